package org.offshelf.penalty;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** What kind of record of penalties. */
public enum PenaltyKind implements Coded {
    FINE,
    /** A total over a period, as a regulator stated it. */
    STATED_TOTAL,
    OTHER;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<PenaltyKind> {
        Column() {
            super(PenaltyKind.class);
        }
    }
}
