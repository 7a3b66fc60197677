package org.offshelf.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes many rows at once: terms are many, and none is an entity. */
final class Jdbc {

    private static final int ROWS = 500;

    private Jdbc() {
    }

    /** @param insert up to and with {@code values} */
    static void insert(Connection connection, String insert, int columns, Collection<List<Object>> rows) throws SQLException {
        for (List<List<Object>> some : Chunks.of(rows, ROWS)) {
            String values = some.stream().map(row -> marks(columns)).collect(Collectors.joining(", "));
            update(connection, insert + values, some.stream().flatMap(List::stream).toArray());
        }
    }

    static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(values));
            statement.executeUpdate();
        }
    }

    static <T> List<T> select(Connection connection, String sql, Collection<?> values, RowMapping<T> mapping)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(mapping.map(rows));
                }
                return all;
            }
        }
    }

    /** {@code (?, ?, …)} */
    static String marks(int count) {
        return "(" + "?, ".repeat(count - 1) + "?)";
    }

    private static void bind(PreparedStatement statement, Collection<?> values) throws SQLException {
        int index = 0;
        for (Object value : values) {
            statement.setObject(++index, value);
        }
    }

    @FunctionalInterface
    interface RowMapping<T> {
        T map(ResultSet row) throws SQLException;
    }
}
