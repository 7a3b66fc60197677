package org.offshelf.listing;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** Why a listing changed, as far as it is known. */
public enum ListingCause implements Coded {
    /** By order of a regulator. */
    ORDERED,
    /** By the developer. */
    DEVELOPER,
    UNKNOWN;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<ListingCause> {
        Column() {
            super(ListingCause.class);
        }
    }
}
