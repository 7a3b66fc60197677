package org.offshelf.ledger;

import java.util.Map;
import java.util.Set;

/**
 * Which lines of the ledger are meant.
 *
 * @param ids of records; empty for all
 * @param among by column, the values a line may have
 * @param notAmong by column, those it may not have
 */
public record Selection(Set<String> ids, Map<Column, Set<String>> among, Map<Column, Set<String>> notAmong) {

    public static final Selection ALL = new Selection(Set.of(), Map.of(), Map.of());

    public enum Column {
        TYPE("c.record_type"),
        OP("c.op"),
        CAUSE("r.cause");

        final String sql;

        Column(String sql) {
            this.sql = sql;
        }
    }
}
