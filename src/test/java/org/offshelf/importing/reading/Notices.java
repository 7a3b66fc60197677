package org.offshelf.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notices written for these tests, and what was read from one in a form that is easy to compare. */
final class Notices {

    private Notices() {
    }

    static byte[] bytes(String name) {
        try (InputStream file = Notices.class.getResourceAsStream("/notices/" + name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ReadNotice read(String name) {
        return read(bytes(name), name);
    }

    static ReadNotice read(byte[] bytes, String name) {
        return NoticeReader.read(document(bytes, name), Hints.none(), Limits.defaults());
    }

    static ReadNotice text(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    static Document document(byte[] bytes, String name) {
        return new DocumentReader(Limits.defaults()).read(bytes, null, name);
    }

    /** Number, app, developer, store, version and problem of each row; a problem's phrases with a slash between them. */
    static List<String> rows(ReadNotice notice) {
        return notice.rows().stream().map(row -> Stream
                .of(row.number(), row.app(), row.developer(), row.store(), row.version(), row.problem())
                .map(value -> value == null ? "" : value.toString().replace("\n", " / ")).collect(Collectors.joining(" | ")))
                .toList();
    }
}
