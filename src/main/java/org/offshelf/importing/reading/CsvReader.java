package org.offshelf.importing.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.offshelf.importing.reading.DocumentRefused.Kind;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;

/** Separated values, whatever separates them. */
final class CsvReader {

    private static final char[] SEPARATORS = { ',', '\t', ';' };
    private static final int LOOK_AT = 30;

    private CsvReader() {
    }

    static Document read(String text, Budget budget, List<Warning> warnings) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(false)
                .setTrailingData(true).setLenientEof(true).get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            long next = 1;
            for (CSVRecord record : parser) {
                String place = "line " + next;
                next = parser.getCurrentLineNumber() + 1;
                rows.add(row(record, place, budget));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new DocumentRefused(Kind.DAMAGED, "The CSV is broken near line " + (rows.size() + 1) + ".", broken);
        }
        return new Document(Format.CSV, List.of(new Table(rows, Origin.CSV, "table 1")), warnings);
    }

    private static Row row(CSVRecord record, String place, Budget budget) {
        List<Cell> cells = new ArrayList<>(record.size());
        for (String value : record) {
            budget.cell(place, value.length(), cells.size());
            cells.add(new Cell(value));
        }
        return new Row(cells, place);
    }

    /** The one that cuts the most of the first lines into the same number of pieces. */
    static char separator(String text) {
        char best = ',';
        int most = 0;
        for (char separator : SEPARATORS) {
            int lines = agreeing(text, separator);
            if (lines > most) {
                most = lines;
                best = separator;
            }
        }
        return best;
    }

    /** Whether the text, whatever it is called, is separated values: three columns at least, on most lines. */
    static boolean looksLike(String text) {
        long lines = text.lines().limit(LOOK_AT).filter(line -> !line.isBlank()).count();
        return lines >= 2 && agreeing(text, separator(text)) >= lines * 0.75;
    }

    private static int agreeing(String text, char separator) {
        List<Integer> widths = text.lines().limit(LOOK_AT).filter(line -> !line.isBlank()).map(line -> width(line, separator))
                .filter(width -> width >= 3).toList();
        return (int) widths.stream().mapToLong(width -> widths.stream().filter(width::equals).count()).max().orElse(0);
    }

    private static int width(String line, char separator) {
        boolean quoted = false;
        int width = 1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                width++;
            }
        }
        return width;
    }
}
