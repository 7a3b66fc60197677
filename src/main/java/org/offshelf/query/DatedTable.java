package org.offshelf.query;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a table holds of the world up to a day: which of its rows there were by then, and what their columns said. In its SQL
 * {@code @} stands for the row, {@code #day} for the day, and the names of other dated tables for what those hold on that day;
 * its own name stands for the whole table.
 *
 * @param begins the day from which a row is there; null where that is up to the condition alone
 * @param condition under which a row is there
 * @param columns those that said something else then, with what they said
 */
public record DatedTable(String table, String begins, String condition, Map<String, String> columns) {

    /** @param begins the day from which a row is there; a row without such a day is never there */
    public static DatedTable from(String table, String begins) {
        return new DatedTable(table, begins, begins + " <= #day", Map.of());
    }

    /** @param condition finds the same rows faster than the comparison of days */
    public DatedTable when(String condition) {
        return new DatedTable(table, begins, condition, columns);
    }

    public DatedTable saying(String column, String expression) {
        Map<String, String> all = new LinkedHashMap<>(columns);
        all.put(column, expression);
        return new DatedTable(table, begins, condition, all);
    }

    /** For a reference to a record that may not have been there yet: then there is none. */
    public DatedTable referring(String column, String target) {
        return saying(column, "(select i.id from " + target + " i where i.id = @." + column + ")");
    }

    /** As the definition of a common table expression. */
    String sql(List<String> all, LocalDate day) {
        return table + all.stream().map(name -> columns.containsKey(name) ? columns.get(name) + " as " + name : "@." + name)
                .collect(Collectors.joining(", ", " as (select ", " from " + table + " @ where " + condition + ')'))
                .replace("@", "x").replace("#day", "date '" + day + "'");
    }
}
