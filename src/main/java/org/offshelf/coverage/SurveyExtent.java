package org.offshelf.coverage;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** How much of what a regulator published was looked through. */
public enum SurveyExtent implements Coded {
    /** All of it: what was not counted does not exist. */
    WHOLE,
    /** Some of it, such as the numbered notices: there may be more. */
    PART;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<SurveyExtent> {
        Column() {
            super(SurveyExtent.class);
        }
    }
}
