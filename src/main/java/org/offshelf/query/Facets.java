package org.offshelf.query;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Counts the records of a list by the values of a field, with one statement for each. */
@ApplicationScoped
class Facets {

    private static final int MOST = 100;

    private final Queries queries;

    Facets(Queries queries) {
        this.queries = queries;
    }

    Facet count(ListQuery query, Dimension dimension, Context context) {
        List<Facet.Value> values = new ArrayList<>();
        long missing = 0;
        for (Object[] row : queries.rows(statement(query, dimension, context), context)) {
            long count = ((Number) row[1]).longValue();
            if (row[0] == null) {
                missing = count;
            } else {
                values.add(new Facet.Value(row[0], row[2] == null ? row[0].toString() : row[2].toString(), count));
            }
        }
        boolean isTruncated = values.size() > MOST;
        return new Facet(dimension, isTruncated ? values.subList(0, MOST) : values, missing, isTruncated);
    }

    /** First the records without a value, then the most frequent values and one more, to know whether there is one. */
    private static Sql statement(ListQuery query, Dimension dimension, Context context) {
        Sql sql = new Sql().add("select v.k, v.n, ").add(Labels.column(dimension, "t", context)).add(" from (select ")
                .add(dimension.key(0, context)).add(" as k, count(")
                .add(dimension.isOnce() ? "*" : "distinct r.id").add(") as n");
        new Conditions(query.schema(), context).write(sql, query.criteria(), List.of(dimension));
        sql.add(" group by k order by k is null desc, n desc, k limit ").bind(MOST + 2).add(") v");
        Labels.writeJoin(sql, dimension, "t", "v.k");
        return sql.add(" order by v.k is null desc, v.n desc, v.k");
    }
}
