package org.offshelf.finding;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** What the notice demands for this app. */
public enum Measure implements Coded {
    /** Put right by the deadline. */
    RECTIFY,
    /** Taken off the stores. */
    REMOVE;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<Measure> {
        Column() {
            super(Measure.class);
        }
    }
}
