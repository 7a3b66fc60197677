package org.offshelf.listing;

import jakarta.persistence.Converter;

import org.offshelf.app.AppStatus;
import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** Where an app stands in a store. Ordered is not removed: an order comes from a notice, a removal is observed. */
public enum ListingStatus implements Coded {
    REMOVAL_ORDERED,
    REMOVED,
    RESTORED;

    public AppStatus asAppStatus() {
        return AppStatus.valueOf(name());
    }

    @Converter(autoApply = true)
    static class Column extends CodeConverter<ListingStatus> {
        Column() {
            super(ListingStatus.class);
        }
    }
}
