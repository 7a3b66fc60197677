package org.offshelf.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tables that are filled. Rows about findings come nearly in the order of their keys and go straight in; those of records
 * whose ids are hashes are put in order first.
 */
final class Tables {

    private final Feed.Connections database;
    private final SecondaryIndexes indexes;
    private final Path folder;
    private final Map<String, TableColumns> columns = new LinkedHashMap<>();
    private final Map<String, Feed> feeds = new LinkedHashMap<>();
    private final Map<String, Sorter> sorters = new LinkedHashMap<>();
    private long rows;

    Tables(Feed.Connections database, Path folder) {
        this.database = database;
        this.indexes = new SecondaryIndexes(database);
        this.folder = folder;
    }

    void straight(TableColumns table) {
        columns.put(table.table(), table);
    }

    /** A table can take both. */
    void sorted(TableColumns table) {
        columns.put(table.table(), table);
        sorters.put(table.table(), new Sorter(folder, Arrays::compareUnsigned));
    }

    /** To be called when all tables are declared, before the first row. */
    void begin() {
        indexes.drop(columns.keySet());
    }

    void add(String table, Line line) {
        Sorter sorter = sorters.get(table);
        if (sorter == null) {
            addAtOnce(table, line);
        } else {
            sorter.add(line.bytes());
        }
    }

    void addAtOnce(String table, Line line) {
        feeds.computeIfAbsent(table, any -> new Feed(database, columns.get(table))).add(line.bytes());
    }

    /** Waits until all is in. */
    long end() {
        feeds.values().forEach(this::end);
        sorters.forEach((table, sorter) -> {
            Feed feed = new Feed(database, columns.get(table));
            sorter.drain(feed::add);
            end(feed);
        });
        indexes.build();
        return rows;
    }

    private void end(Feed feed) {
        feed.end();
        rows += feed.rows();
    }
}
