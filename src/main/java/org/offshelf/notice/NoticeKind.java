package org.offshelf.notice;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** What a regulator published. */
public enum NoticeKind implements Coded {
    /** Names apps and their problems, mostly with a deadline (通报). */
    VIOLATION_NOTICE,
    /** Has apps taken off the stores (下架通报). */
    REMOVAL_ORDER,
    /** Decides a penalty (处罚决定). */
    PENALTY_DECISION,
    /** Calls an operator in for a talk (约谈). */
    SUMMONS;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<NoticeKind> {
        Column() {
            super(NoticeKind.class);
        }
    }
}
