package org.offshelf.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the ledger has been read: {@code 57} to the end of revision 57, {@code 57.12} to its line 12. Whoever keeps one goes
 * on from there, without a gap and without reading anything twice.
 *
 * @param seq the last line that was read; {@link #END} for all of them
 */
public record Position(long revision, int seq) {

    public static final int END = Integer.MAX_VALUE;
    public static final Position START = new Position(0, END);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:\\.(\\d{1,9}))?");

    public static Position endOf(long revision) {
        return new Position(revision, END);
    }

    /** @return empty if the text is none */
    public static Optional<Position> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Position(Long.parseLong(parts.group(1)),
                parts.group(2) == null ? END : Integer.parseInt(parts.group(2))));
    }

    /** @return the last revision all of which has been read */
    public long complete() {
        return seq == END ? revision : revision - 1;
    }

    @Override
    public String toString() {
        return seq == END ? Long.toString(revision) : revision + "." + seq;
    }
}
