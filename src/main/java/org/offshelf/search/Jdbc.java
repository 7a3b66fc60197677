package org.offshelf.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads and writes many rows at once: terms are many, and none is an entity. */
final class Jdbc {

    private static final int ROWS = 1000;

    private Jdbc() {
    }

    /** Runs the statement once for each row, in few round trips; inserts also reach the tables together. */
    static void each(Connection connection, String sql, Collection<List<Object>> rows) throws SQLException {
        each(connection, sql, rows, Jdbc::bind);
    }

    /** The same for rows that bind their values themselves. */
    static <T> void each(Connection connection, String sql, Collection<T> rows, Binding<T> binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (T row : rows) {
                binding.bind(statement, row);
                statement.addBatch();
                if (++waiting % ROWS == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
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

    /** By type: {@code setObject} asks a dozen codecs for each value. */
    private static void bind(PreparedStatement statement, Collection<?> values) throws SQLException {
        int index = 0;
        for (Object value : values) {
            index++;
            if (value instanceof String text) {
                statement.setString(index, text);
            } else if (value instanceof Long number) {
                statement.setLong(index, number);
            } else {
                statement.setInt(index, (Integer) value);
            }
        }
    }

    @FunctionalInterface
    interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    @FunctionalInterface
    interface RowMapping<T> {
        T map(ResultSet row) throws SQLException;
    }
}
