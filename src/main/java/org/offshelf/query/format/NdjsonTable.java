package org.offshelf.query.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** One JSON object a line. */
final class NdjsonTable {

    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private NdjsonTable() {
    }

    static void write(Table table, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setRootValueSeparator(null);
            for (Iterator<List<Line>> batches = table.batches(); batches.hasNext();) {
                for (Line line : batches.next()) {
                    line.writeTo(json);
                    json.writeRaw('\n');
                }
            }
        }
    }
}
