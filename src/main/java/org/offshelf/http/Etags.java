package org.offshelf.http;

import org.apache.commons.codec.digest.DigestUtils;

/** Makes strong entity tags: equal tags promise equal bytes. */
public final class Etags {

    private static final int HASH_DIGITS = 16;

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
        return DigestUtils.sha256Hex(text).substring(0, HASH_DIGITS);
    }
}
