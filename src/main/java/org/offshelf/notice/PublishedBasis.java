package org.offshelf.notice;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** Where the date of publication comes from. */
public enum PublishedBasis implements Coded {
    /** The regulator's page. */
    OFFICIAL,
    /** A copy of the notice. */
    REPOST,
    /** A press report. */
    PRESS;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<PublishedBasis> {
        Column() {
            super(PublishedBasis.class);
        }
    }
}
