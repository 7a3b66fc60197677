package org.offshelf.snapshot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, 14).
 *
 * @param first its first byte, from 0
 * @param length 0 if the file has nothing of what was asked for
 */
record ByteRange(long first, long length) {

    static final ByteRange UNSATISFIABLE = new ByteRange(0, 0);

    private static final Pattern SINGLE = Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})\\s*",
            Pattern.CASE_INSENSITIVE);

    /**
     * @param header null if there was none
     * @return empty if the whole file is to be sent: also for several ranges and for what is no range, which may be ignored
     */
    static Optional<ByteRange> parse(String header, long bytes) {
        Matcher range = header == null ? null : SINGLE.matcher(header);
        if (range == null || !range.matches()) {
            return Optional.empty();
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? Optional.empty() : Optional.of(last(Long.parseLong(to), bytes));
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(first >= bytes ? UNSATISFIABLE : new ByteRange(first, Math.min(last, bytes - 1) - first + 1));
    }

    private static ByteRange last(long wanted, long bytes) {
        long length = Math.min(wanted, bytes);
        return length == 0 ? UNSATISFIABLE : new ByteRange(bytes - length, length);
    }

    boolean isSatisfiable() {
        return length > 0;
    }

    String contentRange(long bytes) {
        return "bytes " + first + '-' + (first + length - 1) + '/' + bytes;
    }
}
