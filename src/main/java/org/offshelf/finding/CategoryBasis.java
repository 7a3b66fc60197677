package org.offshelf.finding;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** What the categories of a finding rest on. */
public enum CategoryBasis implements Coded {
    /** The wording printed for this app. */
    PROBLEM,
    /** What the notice states for all apps it names; the wording for this app is not known. */
    NOTICE,
    /** A judgement of ours. */
    CURATOR;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<CategoryBasis> {
        Column() {
            super(CategoryBasis.class);
        }
    }
}
