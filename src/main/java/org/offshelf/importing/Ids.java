package org.offshelf.importing;

import java.nio.ByteBuffer;
import java.util.function.Predicate;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * Derives the ids of records that nature gives no readable name: a prefix and eight Crockford base-32 characters of a hash of
 * the natural identity, so that the same sources make the same ids anywhere.
 */
public final class Ids {

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CHARACTERS = 8;

    private Ids() {
    }

    public static String derive(String prefix, String identity) {
        return derive(prefix, identity, id -> false);
    }

    /** @param isTaken whether another identity already has an id; the next of the same identity is then tried */
    public static String derive(String prefix, String identity, Predicate<String> isTaken) {
        String id = prefix + "-" + characters(identity);
        for (int attempt = 1; isTaken.test(id); attempt++) {
            id = prefix + "-" + characters(identity + '#' + attempt);
        }
        return id;
    }

    private static String characters(String identity) {
        long bits = ByteBuffer.wrap(DigestUtils.sha256(identity)).getLong();
        StringBuilder text = new StringBuilder(CHARACTERS);
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(CROCKFORD.charAt((int) (bits & 31)));
            bits >>>= 5;
        }
        return text.toString();
    }
}
