package org.offshelf.importing;

import org.offshelf.ledger.Coded;

/** What is to become of a row. */
public enum RowOutcome implements Coded {
    /** Names an app nobody named before. */
    NEW,
    /** Names an app that is known. */
    MATCHED,
    /** May name an app that is known; somebody should look. */
    AMBIGUOUS,
    /** Is left out. */
    REJECTED
}
