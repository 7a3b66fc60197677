package org.offshelf.source;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** How close a document is to the regulator. */
public enum SourceKind implements Coded {
    /** The regulator's own publication. */
    OFFICIAL,
    /** A copy of it published elsewhere. */
    REPOST,
    /** A press report. */
    PRESS,
    /** A law, method or campaign notice. */
    LAW,
    WEBSITE;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<SourceKind> {
        Column() {
            super(SourceKind.class);
        }
    }
}
