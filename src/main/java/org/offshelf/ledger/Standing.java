package org.offshelf.ledger;

import jakarta.persistence.Converter;

/**
 * Whether a record still speaks for itself. Nothing is deleted: it is retracted (with a reason) or merged (with a successor).
 */
public enum Standing implements Coded {
    CURRENT,
    RETRACTED,
    MERGED;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<Standing> {
        Column() {
            super(Standing.class);
        }
    }
}
