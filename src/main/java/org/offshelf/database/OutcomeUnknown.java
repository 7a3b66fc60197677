package org.offshelf.database;

/** The connection was lost during a commit: what it was to commit may be there, or not. */
public final class OutcomeUnknown extends RuntimeException {

    OutcomeUnknown(Throwable cause) {
        super("The database was lost during a commit, which may have happened", cause);
    }
}
