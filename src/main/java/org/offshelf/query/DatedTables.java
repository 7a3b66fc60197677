package org.offshelf.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.hibernate.Session;
import org.offshelf.database.Transactions;

import io.quarkus.runtime.StartupEvent;

/**
 * Lets any statement read what no table holds: the world up to a day, and what is derived from tables. The tables it names are
 * replaced by common table expressions of the same names. The database merges them into the statement where it can, so that
 * indexes are used as ever; a statement that needs none stays as it is.
 */
@ApplicationScoped
public class DatedTables {

    private static final Pattern READ = Pattern.compile("\\b(?:from|join)\\s+(\\w+)");

    private final Session session;
    private final List<CollectionSchema> collections;
    /** Each after those it reads. */
    private final Map<String, DatedTable> tables = new LinkedHashMap<>();
    private final Map<String, String> derivations = new LinkedHashMap<>();
    private Map<String, List<String>> columns;

    DatedTables(Session session, List<CollectionSchema> collections) {
        this.session = session;
        this.collections = collections;
    }

    void atStart(@Observes StartupEvent event) {
        Map<String, DatedTable> all = new LinkedHashMap<>();
        collections.stream().filter(CollectionSchema::isDerived)
                .forEach(schema -> derivations.put(schema.table(), schema.derivation()));
        collections.forEach(schema -> schema.dated().forEach(table -> all.put(table.table(), table)));
        all.keySet().forEach(name -> addTo(tables, name, all, new LinkedHashSet<>()));
        columns = Transactions.call(this::columns);
        tables.values().forEach(this::requireColumns);
    }

    /** One misspelt would leave what it says to the present. */
    private void requireColumns(DatedTable table) {
        List<String> known = columns.getOrDefault(table.table(), List.of());
        if (!known.containsAll(table.columns().keySet())) {
            throw new IllegalStateException(
                    "The table " + table.table() + " has " + known + ", not " + table.columns().keySet());
        }
    }

    private static void addTo(Map<String, DatedTable> ordered, String name, Map<String, DatedTable> all, Set<String> path) {
        if (!all.containsKey(name) || ordered.containsKey(name)) {
            return;
        }
        if (!path.add(name)) {
            throw new IllegalStateException("What these tables hold on a day hangs on each other: " + path);
        }
        DatedTable table = all.get(name);
        readBy(table).forEach(read -> addTo(ordered, read, all, path));
        path.remove(name);
        ordered.put(name, table);
    }

    /** Those a statement about such rows reads besides. */
    private static Set<String> readBy(DatedTable table) {
        Set<String> read = read(
                table.condition() + table.columns().values().stream().collect(Collectors.joining(" ", " ", "")));
        read.remove(table.table());
        return read;
    }

    private static Set<String> read(String sql) {
        Set<String> names = new LinkedHashSet<>();
        for (Matcher matcher = READ.matcher(sql); matcher.find();) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The declared ones; the period of the history is not among them. */
    private Map<String, List<String>> columns() {
        return session.createNativeQuery("select table_name, column_name from information_schema.columns"
                + " where table_schema = database() and extra not like '%INVISIBLE%' order by table_name, ordinal_position",
                Object[].class).getResultList().stream()
                .collect(Collectors.groupingBy(row -> (String) row[0],
                        Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }

    /**
     * @param sql that names tables after {@code from} and {@code join} only, in lower case
     * @param day null for all that is known
     */
    public String over(String sql, LocalDate day) {
        Set<String> read = read(sql);
        List<String> derived = derivations.keySet().stream().filter(read::contains).toList();
        List<String> definitions = new ArrayList<>();
        if (day != null) {
            derived.forEach(name -> read.addAll(read(derivations.get(name))));
            Set<String> needed = new LinkedHashSet<>();
            need(needed, read);
            tables.forEach((name, table) -> {
                if (needed.contains(name)) {
                    definitions.add(table.sql(columns.get(name), day));
                }
            });
        }
        derived.forEach(name -> definitions.add(name + " as (" + derivations.get(name) + ')'));
        if (definitions.isEmpty()) {
            return sql;
        }
        String with = "with " + String.join(", ", definitions);
        return sql.startsWith("with ") ? with + ", " + sql.substring("with ".length()) : with + ' ' + sql;
    }

    private void need(Set<String> needed, Set<String> names) {
        names.stream().filter(tables::containsKey).filter(needed::add)
                .forEach(name -> need(needed, readBy(tables.get(name))));
    }
}
