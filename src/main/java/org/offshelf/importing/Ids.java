package org.offshelf.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.function.Predicate;

/**
 * Derives the ids of records that nature gives no readable name: a prefix and eight Crockford base-32 characters of a hash of
 * the natural identity, so that the same sources make the same ids anywhere.
 */
public final class Ids {

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CHARACTERS = 8;

    private Ids() {
    }

    static String derive(String prefix, String identity) {
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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            long bits = ByteBuffer.wrap(digest).getLong();
            StringBuilder text = new StringBuilder(CHARACTERS);
            for (int i = 0; i < CHARACTERS; i++) {
                text.append(CROCKFORD.charAt((int) (bits & 31)));
                bits >>>= 5;
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
