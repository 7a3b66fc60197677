package org.offshelf.app;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/**
 * Where an app stands, by the latest fact about it. {@code OVERDUE} is never stored: it is {@code NAMED} with a deadline that
 * has passed. Facts of one day count in this order.
 */
public enum AppStatus implements Coded {
    NAMED,
    OVERDUE,
    RECTIFIED,
    NOT_RECTIFIED,
    REMOVAL_ORDERED,
    REMOVED,
    RESTORED;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<AppStatus> {
        Column() {
            super(AppStatus.class);
        }
    }
}
