package org.offshelf.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the SQL of aggregates. In it {@code k0, k1, …} are the keys of the dimensions, {@code x0, x1, …} what the metrics
 * measure of a record, and {@code m0, m1, …} the metrics.
 */
final class GroupStatements {

    private final AggregateQuery query;
    private final Context context;

    GroupStatements(AggregateQuery query, Context context) {
        this.query = query;
        this.context = context;
    }

    /**
     * A page of groups: keys, labels, metrics, and how many there are in all, which costs nothing here and all of it again
     * alone.
     *
     * @param spans the keys of the filled dimension; null if none is filled
     */
    Sql page(List<String> spans, int limit, long offset) {
        Sql sql = new Sql();
        writeGroups(sql);
        sql.add(" select ").add(join(keys("p."), labels(), metrics("p."), Stream.of("p.total")))
                .add(" from (select a.*, count(*) over () as total from ");
        writeAll(sql, spans);
        sql.add(" a").add(order("a.")).add(" limit ").bind(limit).add(" offset ").bind(offset).add(") p");
        for (int i = 0; i < query.dimensions().size(); i++) {
            Labels.writeJoin(sql, query.dimensions().get(i), "t" + i, "p.k" + i);
        }
        return sql.add(order("p."));
    }

    Sql count(List<String> spans) {
        Sql sql = new Sql();
        writeGroups(sql);
        writeAll(sql.add(" select count(*), 0 from "), spans);
        return sql.add(" a");
    }

    /** First and last key of the filled dimension, and how many groups there are by the others. */
    Sql bounds() {
        Sql sql = new Sql();
        writeGroups(sql);
        String filled = "k" + filled();
        return sql.add(" select min(").add(filled).add("), max(").add(filled).add("), (select count(*) from ").add(others())
                .add(") from g");
    }

    private void writeGroups(Sql sql) {
        sql.add("with g as (select ").add(join(keys(""), computed(), Stream.of("0 as z"))).add(" from (");
        writeMeasured(sql);
        sql.add(") b");
        if (!query.dimensions().isEmpty()) {
            sql.add(" group by ").add(join(keys("")));
        }
        sql.add(")");
    }

    private Stream<String> computed() {
        return metricIndexes().mapToObj(i -> query.metrics().get(i).kind().sql(i) + " as m" + i);
    }

    /** The database's own median comes out wrong for large amounts, so that ranks are what medians are made from. */
    private void writeMeasured(Sql sql) {
        String medians = metricIndexes().filter(i -> query.metrics().get(i).kind() == Metric.Kind.MEDIAN)
                .mapToObj(i -> ", row_number() over (partition by " + join(keys("")) + " order by x" + i + " is null, x" + i
                        + ") as w" + i + ", count(x" + i + ") over (partition by " + join(keys("")) + ") as n" + i)
                .collect(Collectors.joining());
        if (medians.isEmpty()) {
            writeRecords(sql);
        } else {
            writeRecords(sql.add("select b.*").add(medians).add(" from ("));
            sql.add(") b");
        }
    }

    /**
     * One row for each record in each of its groups. What a record has several of comes in rows of its own, in which all else
     * is null: aggregates pass over null, so nothing is counted twice.
     */
    private void writeRecords(Sql sql) {
        writeRecords(sql, -1);
        metricIndexes().filter(this::isSeveral).forEach(i -> writeRecords(sql.add(" union all "), i));
    }

    /** @param several the metric whose values the rows are for; -1 for all others */
    private void writeRecords(Sql sql, int several) {
        List<Dimension> dimensions = new ArrayList<>(query.dimensions());
        String distinct = dimensions.stream().allMatch(Dimension::isOnce) ? "" : "distinct ";
        if (several >= 0) {
            distinct = "distinct ";
            dimensions.add(new Dimension("", null, query.metrics().get(several).field(), null));
        }
        sql.add("select ").add(distinct).add(several >= 0 ? "null" : "r.id").add(" as id");
        for (int i = 0; i < query.dimensions().size(); i++) {
            sql.add(", ").add(dimensions.get(i).key(i, context)).add(" as k" + i);
        }
        for (int i = 0; i < query.metrics().size(); i++) {
            String operand = "null";
            if (i == several) {
                operand = dimensions.get(dimensions.size() - 1).key(dimensions.size() - 1, context);
            } else if (several < 0 && !isSeveral(i)) {
                Field field = query.metrics().get(i).field();
                operand = field == null ? "r.id" : field.expression().sql("r", context);
            }
            sql.add(", ").add(operand).add(" as x" + i);
        }
        new Conditions(query.schema(), context).write(sql, query.criteria(), dimensions);
    }

    private boolean isSeveral(int metric) {
        Field field = query.metrics().get(metric).field();
        return field != null && field.isMultiple();
    }

    /** All groups, as a table: those there are, and with empty spans filled those there might be. */
    private void writeAll(Sql sql, List<String> spans) {
        if (spans == null) {
            sql.add("g");
            return;
        }
        int filled = filled();
        sql.add("(select ").add(join(IntStream.range(0, query.dimensions().size())
                .mapToObj(i -> i == filled ? "c.k as k" + i : "o.k" + i + " as k" + i), zeroed()));
        sql.add(" from ").add(others()).add(" cross join json_table(").bind(json(spans))
                .add(", '$[*]' columns (k varchar(10) character set utf8mb4 collate utf8mb4_nopad_bin path '$')) c left join g on")
                .add(" g.k" + filled).add(" = c.k");
        otherIndexes().forEach(i -> sql.add(" and g.k" + i + " <=> o.k" + i));
        sql.add(" union all select ").add(join(keys(""), metrics(""))).add(" from g where k" + filled).add(" is null)");
    }

    private Stream<String> zeroed() {
        return metricIndexes().mapToObj(
                i -> (query.metrics().get(i).kind().isZeroForNone() ? "coalesce(g.m" + i + ", 0)" : "g.m" + i) + " as m" + i);
    }

    /** The groups by all dimensions but the filled one, as a table. */
    private String others() {
        String keys = join(otherIndexes().mapToObj(i -> "k" + i));
        return keys.isEmpty() ? "(select 0 as z) o" : "(select distinct " + keys + " from g) o";
    }

    private static String json(List<String> spans) {
        return spans.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private int filled() {
        return query.dimensions().indexOf(query.filled());
    }

    private IntStream otherIndexes() {
        return IntStream.range(0, query.dimensions().size()).filter(i -> i != filled());
    }

    private IntStream metricIndexes() {
        return IntStream.range(0, query.metrics().size());
    }

    private Stream<String> keys(String table) {
        return IntStream.range(0, query.dimensions().size()).mapToObj(i -> table + "k" + i);
    }

    private Stream<String> labels() {
        return IntStream.range(0, query.dimensions().size())
                .mapToObj(i -> Labels.column(query.dimensions().get(i), "t" + i, context) + " as l" + i);
    }

    private Stream<String> metrics(String table) {
        return metricIndexes().mapToObj(i -> table + "m" + i);
    }

    private String order(String table) {
        List<String> columns = Stream.concat(keys(table), metrics(table)).toList();
        String keys = join(
                query.sort().stream().map(order -> columns.get(order.index()) + (order.isDescending() ? " desc" : "")),
                keys(table));
        return keys.isEmpty() ? "" : " order by " + keys;
    }

    @SafeVarargs
    private static String join(Stream<String>... parts) {
        List<String> all = new ArrayList<>();
        for (Stream<String> part : parts) {
            part.forEach(all::add);
        }
        return String.join(", ", all);
    }
}
