package org.offshelf.importing.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private static final int LOOK_AT = 16 << 10;

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

    /** The one that cuts the most of the first records into the same number of pieces. */
    static char separator(String text) {
        char best = ',';
        double most = 0;
        for (char separator : SEPARATORS) {
            double share = agreeing(text, separator);
            if (share > most) {
                most = share;
                best = separator;
            }
        }
        return best;
    }

    /** Whether the text, whatever it is called, is separated values: three columns at least, in most records. */
    static boolean looksLike(String text) {
        return agreeing(text, separator(text)) >= 0.75;
    }

    /** The share of the first records that have the same number of pieces, three or more. */
    private static double agreeing(String text, char separator) {
        Map<Integer, Integer> records = new HashMap<>();
        boolean quoted = false;
        int width = 1;
        int all = 0;
        int start = 0;
        int end = Math.min(text.length(), LOOK_AT);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                width++;
            }
            boolean ends = c == '\n' && !quoted || i == text.length() - 1;
            if (ends && !text.substring(start, i + 1).isBlank()) {
                records.merge(width, 1, Integer::sum);
                all++;
            }
            if (ends) {
                width = 1;
                start = i + 1;
            }
        }
        int most = records.entrySet().stream().filter(record -> record.getKey() >= 3).mapToInt(Map.Entry::getValue).max()
                .orElse(0);
        return all < 2 ? 0 : (double) most / all;
    }
}
