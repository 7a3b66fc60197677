package org.offshelf.importing.intake;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * A document as it came.
 *
 * @param size in bytes
 * @param fileName as declared; perhaps null
 * @param mediaType as declared; perhaps null
 */
record Upload(byte[] bytes, int size, String fileName, String mediaType, String sha256) {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TYPE = 200;

    static Upload of(byte[] bytes, String fileName, String mediaType) {
        return new Upload(bytes, bytes.length, cut(fileName, LONGEST_NAME), cut(mediaType, LONGEST_TYPE),
                DigestUtils.sha256Hex(bytes));
    }

    /** What is left to know of it when it has been read: a large one is not held while it is worked on. */
    Upload read() {
        return new Upload(new byte[0], size, fileName, mediaType, sha256);
    }

    /** The end of a name tells what it is. */
    private static String cut(String text, int most) {
        return text == null || text.isBlank() ? null : text.substring(Math.max(0, text.length() - most));
    }
}
