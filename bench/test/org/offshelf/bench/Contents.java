package org.offshelf.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** All that a registry holds, now and in the past, table by table: each row as text, with revisions for instants. */
final class Contents {

    /** Who asked for what and when: of requests, not of what came of them. */
    private static final Set<String> OTHER_TABLES = Set.of("import_job", "import_document", "import_progress", "import_row",
            "audit", "refusal", "secret", "account", "idempotency_key", "flyway_schema_history");
    /** Who imported which document when; a document that is loaded was imported by nobody. */
    private static final Map<String, Set<String>> OTHER_COLUMNS = Map.of(
            "revision", Set.of("at", "actor", "actor_role", "reason", "audit_id"), "revision_counter", Set.of("at"));

    private final Connection connection;
    private final NavigableMap<LocalDateTime, Long> revisions = new TreeMap<>();

    private Contents(Connection connection) throws SQLException {
        this.connection = connection;
        rows("select at, revision from revision", row -> revisions.put(row.getObject(1, LocalDateTime.class), row.getLong(2)));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static Map<String, List<String>> of(Connection connection) throws SQLException {
        Contents contents = new Contents(connection);
        Map<String, List<String>> all = new TreeMap<>();
        for (List<String> table : contents.rows(
                "select table_name, table_type from information_schema.tables where table_schema = database()",
                row -> List.of(row.getString(1), row.getString(2)))) {
            if (!OTHER_TABLES.contains(table.get(0))) {
                all.put(table.get(0), contents.table(table.get(0), table.get(1).equals("SYSTEM VERSIONED")));
            }
        }
        return all;
    }

    private List<String> table(String table, boolean isVersioned) throws SQLException {
        List<String> columns = rows("select column_name from information_schema.columns where table_schema = database()"
                + " and table_name = '" + table + "' order by ordinal_position", row -> row.getString(1));
        columns.removeAll(OTHER_COLUMNS.getOrDefault(table, Set.of()));
        return rows("select " + String.join(", ", columns) + " from " + table + (isVersioned ? " for system_time all" : ""),
                row -> text(row, columns)).stream().sorted().toList();
    }

    private String text(ResultSet row, List<String> columns) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            boolean isInstant = column.equals("row_start") || column.equals("row_end");
            cells.add(
                    column + '=' + (isInstant ? writtenBy(row.getObject(column, LocalDateTime.class)) : row.getString(column)));
        }
        return String.join(" | ", cells);
    }

    /** The revision that wrote it: the first one whose instant is not earlier. */
    private String writtenBy(LocalDateTime instant) {
        Map.Entry<LocalDateTime, Long> revision = revisions.ceilingEntry(instant);
        return Objects.toString(revision == null ? null : revision.getValue(), "never");
    }

    private <T> List<T> rows(String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }
}
