package org.offshelf.finding;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** How the row was read; says how much of it can be known. */
public enum ReadingMethod implements Coded {
    /** By program from a full copy. */
    PARSED,
    /** By eye from a page. */
    TRANSCRIBED,
    /** In another project's list. */
    TRACKER,
    /** In a press report. */
    PRESS,
    /** In the title of the notice: the name alone. */
    TITLE,
    /** No table was seen: the name alone. */
    NAME_ONLY;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<ReadingMethod> {
        Column() {
            super(ReadingMethod.class);
        }
    }
}
