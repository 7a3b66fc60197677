package org.offshelf.snapshot;

import org.offshelf.ledger.Coded;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a request for a snapshot stands. */
enum RequestState implements Coded {
    /** Waits its turn. */
    QUEUED,
    /** Is being written. */
    WRITING,
    /** Is there. */
    WRITTEN,
    /** Too much was gone. */
    REFUSED,
    /** A fault of ours. */
    FAILED;

    boolean isUnderWay() {
        return this == QUEUED || this == WRITING;
    }

    @JsonValue
    @Override
    public String code() {
        return Coded.super.code();
    }
}
