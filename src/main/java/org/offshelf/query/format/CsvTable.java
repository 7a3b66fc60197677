package org.offshelf.query.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/**
 * RFC 4180 in UTF-8: a header row, lines that end with CRLF, no value as an empty field, several values joined with
 * {@code ;}. What is meant for a spreadsheet has a byte order mark, and an apostrophe before texts that one would run; without
 * the
 * mark nothing is altered.
 */
final class CsvTable {

    private static final byte[] BOM = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };
    private static final CsvFactory FACTORY = CsvFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
            // Not whatever is long: shell scripts cut at the commas.
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();

    /** How a text begins that spreadsheets take for a formula; a lone dash is none. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].+", Pattern.DOTALL);

    private CsvTable() {
    }

    static void write(Table table, boolean bom, OutputStream out) throws IOException {
        if (bom) {
            out.write(BOM);
        }
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        table.columns().forEach(column -> schema.addColumn(column.name()));
        try (CsvGenerator csv = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            csv.setSchema(schema.build());
            for (Iterator<List<Line>> batches = table.batches(); batches.hasNext();) {
                for (Line line : batches.next()) {
                    write(csv, table.columns(), line.cells(), bom);
                }
            }
        }
    }

    private static void write(CsvGenerator csv, List<Column> columns, List<Object> cells, boolean forSpreadsheet)
            throws IOException {
        csv.writeStartArray();
        for (int i = 0; i < cells.size(); i++) {
            Object cell = columns.get(i).kind() == Column.Kind.LIST ? JoinedValues.joined((String) cells.get(i)) : cells.get(i);
            if (cell instanceof BigDecimal number) {
                csv.writeNumber(number);
            } else if (cell != null) {
                String text = cell.toString();
                csv.writeString(forSpreadsheet && FORMULA.matcher(text).matches() ? "'" + text : text);
            } else if (cells.size() == 1) {
                // Readers take an empty line for none at all.
                csv.writeString("");
            } else {
                csv.writeNull();
            }
        }
        csv.writeEndArray();
    }
}
