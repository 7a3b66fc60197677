package org.offshelf.query.format;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The form a client wants.
 *
 * @param bom whether CSV begins with a byte order mark, by which Excel knows UTF-8
 */
public record Output(Format format, boolean bom) {

    /** Leaves the stream open. What breaks off in the middle is not ended as if it were whole. */
    public void write(Table table, OutputStream out) throws IOException {
        switch (format) {
            case NDJSON -> NdjsonTable.write(table, out);
            case CSV -> CsvTable.write(table, bom, out);
            case XLSX -> XlsxTable.write(table, out);
            case JSON -> throw new IllegalStateException("JSON has an envelope, which is not for a table to write");
        }
    }
}
