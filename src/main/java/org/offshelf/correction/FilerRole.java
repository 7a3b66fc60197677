package org.offshelf.correction;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** As whom somebody asks for a correction, as they say themselves. */
public enum FilerRole implements Coded {
    /** Of the app, or another company it concerns. */
    OPERATOR,
    REGULATOR,
    /** An app store. */
    STORE,
    RESEARCHER,
    PRESS,
    /** Anybody who reads it. */
    READER,
    /** The registry itself, of what it knows to be wrong. */
    REGISTRY;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<FilerRole> {
        Column() {
            super(FilerRole.class);
        }
    }
}
