package org.offshelf.importing.reading;

import java.time.Duration;

/**
 * How much of a document is read before it is refused.
 *
 * @param bytes of the file as sent
 * @param unpackedBytes of all the parts of a packed format together
 * @param partBytes of one part of a packed format
 * @param parts of a packed format
 * @param characters of text, all cells and lines together
 * @param elements of markup
 * @param depth how deep markup may be nested; what lies deeper is read as if it did not
 * @param cells of all tables together
 * @param columns of a table
 * @param cellCharacters of one cell, line or page of a PDF
 * @param pages of a PDF
 * @param time for reading one document
 */
public record Limits(int bytes, long unpackedBytes, long partBytes, int parts, int characters, int elements, int depth,
        int cells,
        int columns, int cellCharacters, int pages, Duration time) {

    /** A hundred thousand rows of eight columns on a busy machine, and well within a heap of half a gigabyte. */
    public static Limits defaults() {
        return new Limits(24 << 20, 96L << 20, 72L << 20, 2_000, 24_000_000, 600_000, 200, 1_500_000, 120, 100_000, 400,
                Duration.ofSeconds(60));
    }
}
