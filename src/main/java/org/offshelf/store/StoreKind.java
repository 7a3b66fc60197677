package org.offshelf.store;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** What kind of place an app was taken from. */
public enum StoreKind implements Coded {
    APP_STORE,
    DOWNLOAD_SITE,
    MINI_PROGRAM_PLATFORM,
    VEHICLE,
    WEBSITE,
    /** All stores together: addressed by an order that names none. */
    AGGREGATE;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<StoreKind> {
        Column() {
            super(StoreKind.class);
        }
    }
}
