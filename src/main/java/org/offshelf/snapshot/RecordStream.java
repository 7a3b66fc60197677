package org.offshelf.snapshot;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The records of a collection in a snapshot, current and retired, in the order of their ids. */
final class RecordStream implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final Lines current;
    private final Lines retired;

    private RecordStream(Lines current, Lines retired) {
        this.current = current;
        this.retired = retired;
    }

    static RecordStream of(Path current, Path retired) throws IOException {
        Lines first = new Lines(current, true);
        try {
            return new RecordStream(first, new Lines(retired, false));
        } catch (IOException e) {
            first.close();
            throw e;
        }
    }

    /** The next record; null after the last. */
    Entry next() throws IOException {
        int order = compare(current.head, retired.head);
        if (order == 0 && current.head != null) {
            throw new IOException("The record " + current.head.id() + " is both current and retired");
        }
        return order < 0 ? current.take() : retired.take();
    }

    /** Null, the end, comes after everything. */
    static int compare(Entry one, Entry other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(one.key, other.key);
    }

    @Override
    public void close() throws IOException {
        try {
            current.close();
        } finally {
            retired.close();
        }
    }

    /** @param key by which the database orders */
    record Entry(String id, byte[] key, String line, boolean isCurrent) {
    }

    private static final class Lines implements Closeable {

        private final BufferedReader reader;
        private final boolean areCurrent;
        private Entry head;

        private Lines(Path file, boolean areCurrent) throws IOException {
            this.reader = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
            this.areCurrent = areCurrent;
            take();
        }

        private Entry take() throws IOException {
            Entry taken = head;
            String line = reader.readLine();
            if (line == null) {
                head = null;
                return taken;
            }
            String id = id(line);
            head = new Entry(id, id.getBytes(StandardCharsets.UTF_8), line, areCurrent);
            if (taken != null && compare(taken, head) >= 0) {
                throw new IOException("The records " + taken.id + " and " + id + " are not in order");
            }
            return taken;
        }

        private static String id(String line) throws IOException {
            try (JsonParser json = JSON.createParser(line)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    if (json.currentName().equals("id")) {
                        return json.nextTextValue();
                    }
                    json.nextToken();
                    json.skipChildren();
                }
            }
            throw new IOException("A record without an id");
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
