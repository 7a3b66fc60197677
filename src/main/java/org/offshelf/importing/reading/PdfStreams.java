package org.offshelf.importing.reading;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.offshelf.importing.reading.DocumentRefused.Kind;

/**
 * Measures the compressed streams of a PDF before it is opened: the library unpacks them whole, and a few kilobytes may unpack
 * to gigabytes.
 */
final class PdfStreams {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    /** Of what stands before the word that was taken for the beginning of the stream before, which may be in a comment. */
    private static final int LOOK_BACK = 2048;
    private static final Pattern COMMENT = Pattern.compile("%[^\r\n]*");
    /** A list, a name, or a reference to one of them elsewhere. */
    private static final Pattern FILTER = Pattern.compile("/Filter\\s*(\\[[^\\]]*\\]|/\\S+|\\d+\\s+\\d+\\s+R\\b)");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9a-fA-F]{2})");
    private static final Pattern UNPACKING = Pattern.compile("/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");

    private PdfStreams() {
    }

    static void measure(byte[] bytes, Budget budget) {
        long total = 0;
        byte[] buffer = new byte[32 << 10];
        int before = 0;
        for (int at = find(bytes, 0); at >= 0; at = find(bytes, at + STREAM.length)) {
            int start = at + STREAM.length;
            if (start < bytes.length && bytes[start] == '\r') {
                start++;
            }
            if (start < bytes.length && bytes[start] == '\n') {
                start++;
            }
            refuseRepeatedly(bytes, Math.max(0, before - LOOK_BACK), at);
            before = at;
            total += unpacked(bytes, start, buffer, budget);
            if (total > budget.limits().unpackedBytes()) {
                throw tooLarge();
            }
        }
    }

    /**
     * What is packed twice, or who knows how, cannot be measured so, and no program writes it. Looked for with and without
     * what may be a comment or part of a text.
     */
    private static void refuseRepeatedly(byte[] bytes, int from, int to) {
        String before = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (isRepeated(before) || isRepeated(COMMENT.matcher(before).replaceAll(" "))) {
            throw new DocumentRefused(Kind.UNSUPPORTED, "The PDF is packed in a way that is not read.");
        }
    }

    private static boolean isRepeated(String before) {
        String dictionary = ESCAPE.matcher(before)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
        Matcher filter = FILTER.matcher(dictionary);
        while (filter.find()) {
            if (Character.isDigit(filter.group(1).charAt(0)) || times(filter.group(1)) > 1) {
                return true;
            }
        }
        return false;
    }

    private static int times(String filters) {
        Matcher unpacking = UNPACKING.matcher(filters);
        int times = 0;
        while (unpacking.find()) {
            times += unpacking.group(1).startsWith("LZW") ? 2 : 1;
        }
        return times;
    }

    private static long unpacked(byte[] bytes, int start, byte[] buffer, Budget budget) {
        if (start + 2 > bytes.length || (bytes[start] & 0x0f) != 8) {
            return 0;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            long size = 0;
            for (int read = inflater.inflate(buffer); read > 0; read = inflater.inflate(buffer)) {
                size += read;
                if (size > budget.limits().partBytes()) {
                    throw tooLarge();
                }
                budget.time();
            }
            return size;
        } catch (DataFormatException notPacked) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    private static int find(byte[] bytes, int from) {
        for (int i = from; i <= bytes.length - STREAM.length; i++) {
            if (bytes[i] == 's' && bytes[i + 1] == 't' && bytes[i + 2] == 'r' && bytes[i + 3] == 'e' && bytes[i + 4] == 'a'
                    && bytes[i + 5] == 'm' && (i < 3 || bytes[i - 1] != 'd')) {
                return i;
            }
        }
        return -1;
    }

    private static DocumentRefused tooLarge() {
        return new DocumentRefused(Kind.TOO_LARGE, "The PDF unpacks to more than is read.");
    }
}
