package org.offshelf.hot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses as the server beneath does what it compresses itself. */
final class Gzip {

    private static final int BUFFER = 8_192;

    private Gzip() {
    }

    static byte[] of(byte[] bytes) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(coded, BUFFER)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written to", e);
        }
        return coded.toByteArray();
    }
}
