package org.offshelf.finding;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** What became of a finding; on one day, in this order. */
public enum FindingEventKind implements Coded {
    /** A regulator said it was put right. */
    RECTIFIED,
    /** A regulator said it was not put right in time. */
    NOT_RECTIFIED,
    /** A removal order followed. */
    ESCALATED;

    /** Where it leaves the finding. */
    public FindingStatus status() {
        return switch (this) {
            case RECTIFIED -> FindingStatus.RECTIFIED;
            case NOT_RECTIFIED -> FindingStatus.NOT_RECTIFIED;
            case ESCALATED -> FindingStatus.REMOVAL_ORDERED;
        };
    }

    @Converter(autoApply = true)
    static class Column extends CodeConverter<FindingEventKind> {
        Column() {
            super(FindingEventKind.class);
        }
    }
}
