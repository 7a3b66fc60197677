package org.offshelf.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tables are indexed by besides their primary keys: taken off while they are filled, and built anew, sorted, when all are
 * full. Row by row, an index that memory does not hold costs a read and a write of a page each. Not table by table: to change
 * one waits for those its foreign keys name.
 */
final class SecondaryIndexes {

    private static final String DEFINITIONS = """
            select index_name, max(non_unique),
              group_concat(concat('`', column_name, '`', if(sub_part is null, '', concat('(', sub_part, ')')),
                if(collation = 'D', ' desc', '')) order by seq_in_index)
            from information_schema.statistics
            where table_schema = database() and table_name = ? and index_name <> 'PRIMARY' group by index_name""";

    private final Feed.Connections database;
    /** How to build those of a table again. */
    private final Map<String, List<String>> dropped = new LinkedHashMap<>();

    SecondaryIndexes(Feed.Connections database) {
        this.database = database;
    }

    void drop(Collection<String> tables) {
        tables.forEach(this::drop);
    }

    void build() {
        dropped.forEach(this::alter);
        dropped.clear();
    }

    private void drop(String table) {
        List<String> drops = new ArrayList<>();
        List<String> adds = new ArrayList<>();
        try (Connection connection = database.open(); var select = connection.prepareStatement(DEFINITIONS)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String name = '`' + row.getString(1) + '`';
                    drops.add("drop index " + name);
                    adds.add((row.getBoolean(2) ? "add index " : "add unique index ") + name + " (" + row.getString(3) + ")");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The indexes of " + table + " are not known", e);
        }
        alter(table, drops);
        dropped.put(table, adds);
    }

    private void alter(String table, List<String> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try (Connection connection = database.open(); Statement statement = connection.createStatement()) {
            // Foreign keys need some; history is not touched by an index
            statement.execute("set foreign_key_checks = 0, system_versioning_alter_history = 'keep'");
            statement.execute("alter table " + table + " " + String.join(", ", changes) + ", algorithm = inplace");
        } catch (SQLException e) {
            throw new IllegalStateException("The indexes of " + table + " could not be changed", e);
        }
    }
}
