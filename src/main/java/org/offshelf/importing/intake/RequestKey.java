package org.offshelf.importing.intake;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * The {@code Idempotency-Key} of an import. Its id follows from account and key, so the database itself keeps a second one out.
 *
 * @param hash of all that was sent: the same key with anything else is a mistake
 */
record RequestKey(String id, String hash) {

    static final String PREFIX = "imp-";
    private static final int LENGTH = 16;

    static RequestKey of(String account, String key, Upload upload, String hints, boolean dryRun) {
        return new RequestKey(PREFIX + DigestUtils.sha256Hex(account + '\n' + key).substring(0, LENGTH),
                DigestUtils.sha256Hex(
                        String.join("\n", upload.sha256(), hints, String.valueOf(dryRun), String.valueOf(upload.fileName()))));
    }
}
