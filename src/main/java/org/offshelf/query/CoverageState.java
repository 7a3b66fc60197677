package org.offshelf.query;

import org.offshelf.ledger.Coded;

import com.fasterxml.jackson.annotation.JsonValue;

/** How much is held of what there is, as far as that is known. */
public enum CoverageState implements Coded {
    /** All notices that are known to exist are held, with all rows they declare. */
    COMPLETE,
    /** Some of it is known to be missing. */
    PARTIAL,
    /** Nothing is held: that nothing is found says nothing. */
    NONE,
    /** Something is held, and nothing says what else there is. */
    UNKNOWN;

    @Override
    @JsonValue
    public String code() {
        return Coded.super.code();
    }
}
