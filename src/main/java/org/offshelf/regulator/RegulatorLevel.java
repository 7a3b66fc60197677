package org.offshelf.regulator;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** How far a regulator reaches. */
public enum RegulatorLevel implements Coded {
    NATIONAL,
    PROVINCIAL,
    MUNICIPAL,
    COUNTY;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<RegulatorLevel> {
        Column() {
            super(RegulatorLevel.class);
        }
    }
}
