package org.offshelf.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The path or query of a request as it stood on the request line, and whether it is text at all. */
public record RequestTarget(String raw) {

    private static final String MARKS = "-._~:/?@!$&'()*+,;=%";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Whether the percent-escapes are whole and the bytes they give are UTF-8 without NUL. */
    boolean decodes() {
        var bytes = new byte[raw.length()];
        var length = 0;
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '%') {
                if (i + 2 >= raw.length()) {
                    return false;
                }
                var high = Character.digit(raw.charAt(i + 1), 16);
                var low = Character.digit(raw.charAt(i + 2), 16);
                if (high < 0 || low < 0 || high + low == 0) {
                    return false;
                }
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else if (c == 0 || c > 0xFF) {
                return false;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return isUtf8(ByteBuffer.wrap(bytes, 0, length));
    }

    /** Whether it holds only what RFC 3986 allows in a path and query. */
    public boolean isEncoded() {
        for (int i = 0; i < raw.length(); i++) {
            if (!isAllowed(raw.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same target with what was sent bare percent-encoded: the server hands on each byte as one character. */
    String encoded() {
        var encoded = new StringBuilder(raw.length() + 32);
        raw.chars().forEach(c -> {
            if (isAllowed(c)) {
                encoded.append((char) c);
            } else {
                encoded.append('%').append(HEX.toHexDigits((byte) c));
            }
        });
        return encoded.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || MARKS.indexOf(c) >= 0;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
