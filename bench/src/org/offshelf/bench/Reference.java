package org.offshelf.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.offshelf.bench.Schedule.Series;
import org.offshelf.category.Category;
import org.offshelf.importing.Classifier;
import org.offshelf.importing.StoreSpellings;
import org.offshelf.ledger.Coded;
import org.offshelf.ledger.Standing;
import org.offshelf.store.Store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the registry holds before it is filled: what notices are sorted by, and what is taken.
 *
 * @param regulators those of the whole country first
 * @param batches how many are held of each series
 * @param notices ids that are taken, as are texts
 */
record Reference(List<Publisher> regulators, Classifier classifier, StoreSpellings stores, Map<Series, Integer> batches,
        Set<String> notices, Set<Long> texts) {

    /** @param shortName what the ids of its notices begin with */
    record Publisher(String id, String name, String shortName) {
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static Reference read(Connection connection) throws SQLException {
        List<Publisher> regulators = all(connection, "select id, name_zh, coalesce(lower(abbreviation), '') from regulator"
                + " where standing = 'current' order by level <> 'national', id", Reference::publisher);
        Map<String, Integer> positions = new HashMap<>();
        regulators.forEach(regulator -> positions.put(regulator.id(), positions.size()));
        Map<Series, Integer> batches = new HashMap<>();
        all(connection, "select r.regulator_id, n.kind = 'removal-order', n.batch_year, max(n.batch_number) from notice n"
                + " join notice_regulator r on r.notice_id = n.id where n.kind in ('violation-notice', 'removal-order')"
                + " and n.batch_number is not null and n.batch_year is not null group by 1, 2, 3",
                row -> batches.put(new Series(positions.get(row.getString(1)), row.getBoolean(2), row.getInt(3)),
                        row.getInt(4)));
        return new Reference(regulators,
                new Classifier(all(connection, "select id, phrases from category where standing = 'current'",
                        Reference::category)),
                new StoreSpellings(all(connection, "select id, name_zh, spellings, standing, successor_id from store",
                        Reference::store)),
                batches, new HashSet<>(all(connection, "select id from notice", row -> row.getString(1))),
                new HashSet<>(all(connection, "select id from searched_text", row -> row.getLong(1))));
    }

    private static Publisher publisher(ResultSet row) throws SQLException {
        String abbreviation = row.getString(3).toLowerCase(Locale.ROOT);
        return new Publisher(row.getString(1), row.getString(2),
                abbreviation.matches("[a-z0-9-]{2,12}") ? abbreviation : row.getString(1));
    }

    private static Category category(ResultSet row) throws SQLException {
        Category category = new Category();
        category.id = row.getString(1);
        category.phrases = texts(row.getString(2));
        return category;
    }

    private static Store store(ResultSet row) throws SQLException {
        Store store = new Store();
        store.id = row.getString(1);
        store.nameZh = row.getString(2);
        store.spellings = texts(row.getString(3));
        store.standing = Coded.of(Standing.class, row.getString(4));
        store.successor = row.getString(5);
        return store;
    }

    private static List<String> texts(String json) throws SQLException {
        try {
            return List.of(new ObjectMapper().readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    private static <T> List<T> all(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }
}
