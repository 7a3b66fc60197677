package org.offshelf.writing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Tells a request that is sent again from another one with the same key.
 *
 * @param hash of method, path and body
 */
record Fingerprint(String account, String key, String hash) {

    static Fingerprint of(String account, String key, String method, String target, String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", method, target, body).getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(account, key, HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
