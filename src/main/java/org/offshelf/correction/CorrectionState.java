package org.offshelf.correction;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** Where a request to correct something stands. */
public enum CorrectionState implements Coded {
    /** Nobody has answered it yet. */
    OPEN,
    /** The same, past its deadline; derived, never stored. */
    OVERDUE,
    /** It was right. */
    ACCEPTED,
    /** What the registry says stays. */
    DECLINED,
    /** Whoever filed it took it back. */
    WITHDRAWN;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<CorrectionState> {
        Column() {
            super(CorrectionState.class);
        }
    }
}
