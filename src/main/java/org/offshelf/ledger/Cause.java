package org.offshelf.ledger;

/** Why a revision was made. */
public enum Cause implements Coded {
    /** A document was read. */
    SOURCE,
    /** We had it wrong. */
    CORRECTION,
    /** The taxonomy or its phrases changed, the documents did not. */
    RECLASSIFICATION,
    /** Somebody looked at a store, or an operator answered. */
    OBSERVATION
}
