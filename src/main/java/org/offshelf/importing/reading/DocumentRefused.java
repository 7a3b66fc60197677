package org.offshelf.importing.reading;

/** The document cannot be read, or is not worth the risk of trying. The message is a sentence for whoever sent it. */
public final class DocumentRefused extends RuntimeException {

    private final Kind kind;

    DocumentRefused(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    DocumentRefused(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public enum Kind {
        /** Holds nothing. */
        EMPTY,
        /** Larger than the limits, packed or unpacked. */
        TOO_LARGE,
        /** Took longer than it may. */
        TOO_SLOW,
        /** In a format that is not read. */
        UNSUPPORTED,
        /** Needs a password. */
        ENCRYPTED,
        /** Not what it says it is, or broken. */
        DAMAGED
    }
}
