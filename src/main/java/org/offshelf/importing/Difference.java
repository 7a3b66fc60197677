package org.offshelf.importing;

import org.offshelf.ledger.Coded;

/** How a row differs from what is held of its notice. */
public enum Difference implements Coded {
    ADDED,
    CHANGED,
    UNCHANGED,
    /** Held, and not in the document any more. */
    REMOVED
}
