package org.offshelf.importing.intake;

import org.offshelf.ledger.Coded;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an import stands. */
enum ImportState implements Coded {
    /** Waits its turn. */
    QUEUED,
    /** Is being read and compared with what is known. */
    READING,
    /** Its report is there; nothing was changed. */
    PLANNED,
    /** Is being written. */
    APPLYING,
    /** Is in the registry, in one revision. */
    APPLIED,
    /** The registry held it already. */
    UNCHANGED,
    /** The document or what was said about it cannot be taken; the problem says why. */
    REFUSED,
    /** A fault of ours. */
    FAILED;

    boolean isUnderWay() {
        return this == QUEUED || this == READING || this == APPLYING;
    }

    @JsonValue
    @Override
    public String code() {
        return Coded.super.code();
    }
}
