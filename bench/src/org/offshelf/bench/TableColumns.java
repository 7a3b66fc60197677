package org.offshelf.bench;

import java.util.ArrayList;
import java.util.List;

/** Which columns of a table are loaded. */
record TableColumns(String table, List<String> columns) {

    static TableColumns of(String table, String... columns) {
        return new TableColumns(table, List.of(columns));
    }

    /** With the period in which a row holds. */
    static TableColumns versioned(String table, List<String> columns) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(List.of("row_start", "row_end"));
        return new TableColumns(table, all);
    }
}
