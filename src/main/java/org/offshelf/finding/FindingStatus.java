package org.offshelf.finding;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** Where a finding stands. {@code OVERDUE} is never stored: it is {@code NAMED} with a deadline that has passed. */
public enum FindingStatus implements Coded {
    NAMED,
    OVERDUE,
    RECTIFIED,
    NOT_RECTIFIED,
    REMOVAL_ORDERED;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<FindingStatus> {
        Column() {
            super(FindingStatus.class);
        }
    }
}
