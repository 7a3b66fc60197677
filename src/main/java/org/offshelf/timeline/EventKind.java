package org.offshelf.timeline;

import org.offshelf.ledger.Coded;

import com.fasterxml.jackson.annotation.JsonValue;

/** What happened. Events of one day are told in this order. */
public enum EventKind implements Coded {
    SUMMONED,
    NAMED,
    RECTIFIED,
    NOT_RECTIFIED,
    REMOVAL_ORDERED,
    REMOVED,
    RESTORED,
    FINED,
    /** A penalty other than a fine, or a total that a regulator stated. */
    PENALISED,
    ANSWERED,
    DEADLINE;

    @Override
    @JsonValue
    public String code() {
        return Coded.super.code();
    }
}
