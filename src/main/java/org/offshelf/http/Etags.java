package org.offshelf.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes strong entity tags: equal tags promise equal bytes. */
public final class Etags {

    private static final int HASH_BYTES = 8;

    private Etags() {
    }

    /**
     * @param revision the state of the registry the answer shows
     * @param representation all else that decides its bytes: the canonical query and the media type
     * @return the tag in its quotes
     */
    public static String strong(long revision, String representation) {
        return "\"" + revision + "-" + hash(representation) + "\"";
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
