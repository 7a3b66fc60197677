package org.offshelf.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The path or query of a request as it stood on the request line, and whether it is text at all. */
record RequestTarget(String raw) {

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

    boolean isAscii() {
        return raw.chars().allMatch(c -> c < 0x80);
    }

    /** The same target with what was sent as bare UTF-8 percent-encoded: the server hands on each byte as one character. */
    String encoded() {
        var encoded = new StringBuilder(raw.length() + 32);
        raw.chars().forEach(c -> {
            if (c < 0x80) {
                encoded.append((char) c);
            } else {
                encoded.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            }
        });
        return encoded.toString();
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
