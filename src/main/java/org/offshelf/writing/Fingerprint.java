package org.offshelf.writing;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tells a request that is sent again from another one with the same key.
 *
 * @param hash of method, path and body
 */
record Fingerprint(String account, String key, String hash) {

    static Fingerprint of(String account, String key, String method, String target, String body) {
        return new Fingerprint(account, key, DigestUtils.sha256Hex(String.join("\n", method, target, body)));
    }
}
