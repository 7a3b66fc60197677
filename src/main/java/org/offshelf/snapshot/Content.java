package org.offshelf.snapshot;

import org.offshelf.ledger.Coded;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a file of a snapshot holds. */
enum Content implements Coded {
    /** The records that speak for themselves, as the API lists them. */
    CURRENT,
    /** The records that were retracted or merged, with standing, reason and successor. */
    RETIRED,
    /** Of the current records those that are new or not as in the snapshot before. */
    CHANGED,
    /** Of the retired records those that are new or not as in the snapshot before. */
    GONE,
    /** What people and programs need to know about the rest. */
    DESCRIPTION;

    @JsonValue
    @Override
    public String code() {
        return Coded.super.code();
    }

    /** As a file's name has it: the records themselves need no word. */
    String suffix() {
        return this == CURRENT ? "" : "." + code();
    }
}
