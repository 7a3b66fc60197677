package org.offshelf.importing.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The {@code Idempotency-Key} of an import. Its id follows from account and key, so the database itself keeps a second one out.
 *
 * @param hash of all that was sent: the same key with anything else is a mistake
 */
record RequestKey(String id, String hash) {

    static final String PREFIX = "imp-";
    private static final int LENGTH = 16;

    static RequestKey of(String account, String key, Upload upload, String hints, boolean dryRun) {
        return new RequestKey(PREFIX + sha256(account + '\n' + key).substring(0, LENGTH),
                sha256(String.join("\n", upload.sha256(), hints, String.valueOf(dryRun), String.valueOf(upload.fileName()))));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
