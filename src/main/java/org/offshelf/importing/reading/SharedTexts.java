package org.offshelf.importing.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores, problems and versions repeat down a list: what is printed alike is held once. */
final class SharedTexts {

    private final Map<String, String> held = new HashMap<>();

    static List<ReadRow> in(List<ReadRow> rows) {
        SharedTexts texts = new SharedTexts();
        return rows.stream().map(texts::share).toList();
    }

    private ReadRow share(ReadRow row) {
        return new ReadRow(row.number(), row.app(), row.kind(), share(row.developer()), share(row.store()),
                share(row.version()),
                share(row.problem()), row.filingNumber(), share(row.region()), share(row.annex()), row.measure(), row.place());
    }

    private String share(String text) {
        return text == null ? null : held.computeIfAbsent(text, same -> same);
    }
}
