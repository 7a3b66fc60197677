package org.offshelf.changes;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

import org.offshelf.ledger.ChangeLine;
import org.offshelf.ledger.Position;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.vertx.core.buffer.Buffer;

/**
 * A piece of the stream, rendered once for all who are at the same place: server-sent events, whose ids are where one goes on
 * after them.
 *
 * @param events empty where nothing of that part of the ledger was meant
 */
record Block(Buffer events, Position end) {

    static final int LINES = 100;
    /** A client that takes nothing has so much waiting for it, and no more. */
    private static final int BYTES = 32_768;
    private static final JsonFactory FACTORY = new JsonFactory();

    static Block of(Slice slice) {
        Buffer events = Buffer.buffer();
        List<ChangeLine> lines = slice.lines();
        for (int i = 0; i < lines.size(); i++) {
            Position id = id(slice, i);
            events.appendString("id: " + id + "\ndata: " + json(lines.get(i)) + "\n\n");
            if (events.length() >= BYTES && i + 1 < lines.size()) {
                return new Block(events, id);
            }
        }
        return new Block(events, slice.end());
    }

    /** With the last line of a revision that was meant, all of the revision is told. */
    private static Position id(Slice slice, int index) {
        ChangeLine line = slice.lines().get(index);
        boolean hasMore = index + 1 < slice.lines().size() ? slice.lines().get(index + 1).revision() == line.revision()
                : slice.end().complete() < line.revision();
        return hasMore ? line.position() : Position.endOf(line.revision());
    }

    private static String json(ChangeLine line) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new Change(line).writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written to", e);
        }
        return text.toString();
    }
}
