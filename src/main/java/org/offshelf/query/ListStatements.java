package org.offshelf.query;

import java.util.Collection;
import java.util.List;

/** Writes the SQL of list requests from the fields involved. */
final class ListStatements {

    /**
     * Of a filter that finds that many, the first page is there sooner by looking through the records in their order; of one
     * that finds fewer, by putting in order what it finds.
     */
    private static final long FREQUENT = 20_000;

    private final CollectionSchema schema;
    private final Context context;

    ListStatements(CollectionSchema schema, Context context) {
        this.schema = schema;
        this.context = context;
    }

    Sql count(List<Criterion> criteria) {
        Sql sql = new Sql().add("select count(*), 0");
        new Conditions(schema, context).write(sql, criteria);
        return sql;
    }

    /**
     * One page. The ids are picked first, from an index, and the rows joined to them: MariaDB would otherwise read whole rows,
     * and many more than it returns.
     *
     * @param after the sort keys of the last record of the page before; null for the first page
     * @param count how many records meet the criteria, or fewer where that is not known
     */
    Sql page(List<Criterion> criteria, List<Field> select, List<SortKey> keys, List<Object> after, int rows, long count) {
        return page(criteria, select, keys, after, rows, count, false);
    }

    /** The first page; its last column says in each row how many there are. Finding them takes longer than counting them. */
    Sql countedPage(List<Criterion> criteria, List<Field> select, List<SortKey> keys, int rows) {
        return page(criteria, select, keys, null, rows, 0, true);
    }

    private Sql page(List<Criterion> criteria, List<Field> select, List<SortKey> keys, List<Object> after, int rows,
            long count, boolean isCounted) {
        Sql sql = new Sql();
        writeColumns(sql, select);
        for (SortKey key : keys) {
            sql.add(", ").add(key.field().order().sql("r", context));
        }
        String total = ", count(*) over () total";
        if (schema.isDerived()) {
            // No index to pick from, and each time it is named it would be derived anew.
            sql.add(isCounted ? total : "");
            writePicked(sql, criteria, keys, after, count);
            return sql.add(" limit ").bind(rows);
        }
        sql.add(isCounted ? ", page.total" : "").add(" from (select r.id")
                .add(keys.contains(Search.RELEVANCE) ? ", page.relevance" : "").add(isCounted ? total : "");
        writePicked(sql, criteria, keys, after, count);
        sql.add(" limit ").bind(rows).add(") page join ").add(schema.table()).add(" r on r.id = page.id");
        writeOrder(sql, keys);
        return sql;
    }

    private void writePicked(Sql sql, List<Criterion> criteria, List<SortKey> keys, List<Object> after, long count) {
        Conditions conditions = new Conditions(schema, context);
        boolean isInOrder = count >= FREQUENT && isFoundByCount(criteria, keys);
        (isInOrder ? conditions.throughAll() : conditions).write(sql, criteria);
        if (after != null) {
            sql.add(" and ");
            writeAfter(sql, keys, after, 0);
        }
        writeOrder(sql, keys);
    }

    /** Whether it depends on how many there are how a page is found best. */
    boolean isFoundByCount(List<Criterion> criteria, List<SortKey> keys) {
        return schema.narrow() != null && context.asOf() == null && Search.phrase(criteria).isEmpty()
                && keys.subList(0, keys.size() - 1).equals(schema.defaultSort());
    }

    /** The records with these ids, whatever their standing, in no order. */
    Sql byId(Collection<?> ids, List<Field> select) {
        Sql sql = new Sql();
        writeColumns(sql, select);
        return sql.add(", r.standing, r.standing_reason, r.successor_id from ").add(schema.table()).add(" r where r.id in ")
                .bindAll(ids);
    }

    /** Owner, value and detail of a field with several values, for the records with these ids. */
    Sql linked(Field field, Collection<?> ids) {
        Link link = field.link();
        String detail = link.detail() == null ? "null" : "l." + link.detail();
        return new Sql().add("select r.id, l.").add(link.value()).add(", ").add(detail).add(" from ").add(schema.table())
                .add(" r join ").add(link.table()).add(" l on l.").add(link.owner()).add(" = ")
                .add(field.expression().sql("r", context)).add(" where r.id in ").bindAll(ids)
                .add(" order by r.id, l.").add(link.value()).add(", 3");
    }

    private void writeColumns(Sql sql, List<Field> select) {
        String separator = "select ";
        for (Field field : select) {
            sql.add(separator).add(column(field));
            separator = ", ";
        }
    }

    private String column(Field field) {
        String expression = field.expression().sql("r", context);
        if (!field.isMultiple()) {
            return expression;
        }
        Link link = field.link();
        return "(select coalesce(json_arrayagg(distinct l." + link.value() + " order by l." + link.value() + "), '[]') from "
                + link.table() + " l where l." + link.owner() + " = " + expression + ")";
    }

    private void writeOrder(Sql sql, List<SortKey> keys) {
        String separator = " order by ";
        for (SortKey key : keys) {
            sql.add(separator).add(key.field().order().sql("r", context)).add(key.isDescending() ? " desc" : "");
            separator = ", ";
        }
    }

    /** What comes after a record: greater in the first key, or equal in it and after it in the rest. Nulls are the smallest. */
    private void writeAfter(Sql sql, List<SortKey> keys, List<Object> values, int index) {
        SortKey key = keys.get(index);
        Object value = values.get(index);
        String expression = key.field().order().sql("r", context);
        sql.add("(");
        if (value == null) {
            sql.add(key.isDescending() ? "false" : expression + " is not null");
        } else if (key.isDescending()) {
            sql.add("(").add(expression).add(" < ").bind(value);
            sql.add(key.field().isRequired() ? ")" : " or " + expression + " is null)");
        } else {
            sql.add(expression).add(" > ").bind(value);
        }
        if (index + 1 < keys.size()) {
            sql.add(" or ").add(expression);
            if (value == null) {
                sql.add(" is null");
            } else {
                sql.add(" = ").bind(value);
            }
            sql.add(" and ");
            writeAfter(sql, keys, values, index + 1);
        }
        sql.add(")");
    }
}
