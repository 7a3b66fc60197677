package org.offshelf.app;

import jakarta.persistence.Converter;

import org.offshelf.ledger.CodeConverter;
import org.offshelf.ledger.Coded;

/** What was named: an app, a library built into apps, or a program inside another app. */
public enum AppKind implements Coded {
    APP,
    SDK,
    MINI_PROGRAM;

    @Converter(autoApply = true)
    static class Column extends CodeConverter<AppKind> {
        Column() {
            super(AppKind.class);
        }
    }
}
