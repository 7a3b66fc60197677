package org.offshelf.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.offshelf.term.Phrase;

/** Writes the tables a query needs and the conditions its filters set. {@code r} is the row of the collection itself. */
final class Conditions {

    private final CollectionSchema schema;
    private final Context context;
    private final boolean isThroughAll;

    Conditions(CollectionSchema schema, Context context) {
        this(schema, context, false);
    }

    private Conditions(CollectionSchema schema, Context context, boolean isThroughAll) {
        this.schema = schema;
        this.context = context;
        this.isThroughAll = isThroughAll;
    }

    /**
     * The same for a statement that goes through the records in their default order, or through all of them. Left to itself the
     * database begins with what a filter finds, however much that is.
     */
    Conditions throughAll() {
        return new Conditions(schema, context, schema.narrow() != null && context.asOf() == null);
    }

    /** {@code from … where …} of all current records that meet the criteria. */
    void write(Sql sql, List<Criterion> criteria) {
        write(sql, criteria, List.of());
    }

    /**
     * The same, with the tables of the dimensions: a record comes up once for each of its values. Where all are counted by what
     * they have several of, the database would begin with that, and look up the row of each.
     */
    void write(Sql sql, List<Criterion> criteria, List<Dimension> dimensions) {
        boolean isOfAll = criteria.isEmpty() && dimensions.stream().anyMatch(dimension -> dimension.field().isMultiple());
        (isOfAll ? throughAll() : this).writeTables(sql, criteria, dimensions);
    }

    private void writeTables(Sql sql, List<Criterion> criteria, List<Dimension> dimensions) {
        sql.add(" from ").add(schema.table()).add(" r").add(isThroughAll ? " force index (" + schema.narrow() + ")" : "");
        joins(criteria, dimensions).forEach((alias, via) -> sql.add(" left join ").add(via.target().table()).add(" ").add(alias)
                .add(" on ").add(alias).add(".id = ").add(via.expression().sql("r", context)));
        for (int i = 0; i < dimensions.size(); i++) {
            dimensions.get(i).writeJoin(sql, i, context);
        }
        for (Criterion criterion : criteria) {
            if (criterion.filter().comparison() == Comparison.MATCHES) {
                new Hits(schema, context).join(sql, (Phrase) criterion.values().get(0));
            }
        }
        sql.add(" where r.standing = 'current'");
        for (Criterion criterion : criteria) {
            if (criterion.filter().comparison() == Comparison.MATCHES) {
                continue;
            }
            sql.add(" and ");
            write(sql, criterion);
        }
    }

    private static Map<String, Field> joins(List<Criterion> criteria, List<Dimension> dimensions) {
        Map<String, Field> joins = new LinkedHashMap<>();
        Stream.concat(criteria.stream().map(criterion -> criterion.filter().via()), dimensions.stream().map(Dimension::via))
                .filter(Objects::nonNull).forEach(via -> joins.put(alias(via), via));
        return joins;
    }

    private static String alias(Filter filter) {
        return filter.via() == null ? "r" : alias(filter.via());
    }

    /** Of the table of the record this field refers to. */
    static String alias(Field via) {
        return via.name() + "_";
    }

    private void write(Sql sql, Criterion criterion) {
        Field field = criterion.filter().field();
        String expression = field.expression().sql(alias(criterion.filter()), context);
        if (field.isMultiple()) {
            writeLinked(sql, criterion, expression);
        } else if (field.type() == FieldType.DATE) {
            writeDates(sql, criterion, expression);
        } else {
            writePlain(sql, criterion, expression);
        }
    }

    private void writePlain(Sql sql, Criterion criterion, String expression) {
        Field field = criterion.filter().field();
        switch (criterion.filter().comparison()) {
            case EQ -> writeAmong(sql, field, expression, criterion.values());
            case NOT -> {
                sql.add("(").add(expression).add(" is null or not ");
                writeAmong(sql, field, expression, criterion.values());
                sql.add(")");
            }
            case EXISTS -> writeExists(sql, criterion, expression);
            case GT -> sql.add(expression).add(" > ").bind(criterion.values().get(0));
            case GTE -> sql.add(expression).add(" >= ").bind(criterion.values().get(0));
            case LT -> sql.add(expression).add(" < ").bind(criterion.values().get(0));
            case LTE -> sql.add(expression).add(" <= ").bind(criterion.values().get(0));
            case ALL, MATCHES -> throw new IllegalStateException("A field with one value has no `all`");
        }
    }

    private static void writeExists(Sql sql, Criterion criterion, String expression) {
        sql.add(expression).add((Boolean) criterion.values().get(0) ? " is not null" : " is null");
    }

    private static void writeDates(Sql sql, Criterion criterion, String expression) {
        if (criterion.filter().comparison() == Comparison.EXISTS) {
            writeExists(sql, criterion, expression);
            return;
        }
        DateSpan first = (DateSpan) criterion.values().get(0);
        switch (criterion.filter().comparison()) {
            case EQ -> writeSpans(sql, criterion.values(), expression);
            case NOT -> {
                sql.add("(").add(expression).add(" is null or not ");
                writeSpans(sql, criterion.values(), expression);
                sql.add(")");
            }
            case GT -> sql.add(expression).add(" > ").bind(first.last());
            case GTE -> sql.add(expression).add(" >= ").bind(first.first());
            case LT -> sql.add(expression).add(" < ").bind(first.first());
            case LTE -> sql.add(expression).add(" <= ").bind(first.last());
            default -> throw new IllegalStateException("A date has no `" + criterion.filter().comparison() + "`");
        }
    }

    private static void writeSpans(Sql sql, List<Object> spans, String expression) {
        String separator = "(";
        for (Object span : spans) {
            sql.add(separator).add(expression).add(" >= ").bind(((DateSpan) span).first()).add(" and ").add(expression)
                    .add(" <= ").bind(((DateSpan) span).last());
            separator = " or ";
        }
        sql.add(")");
    }

    private void writeLinked(Sql sql, Criterion criterion, String owner) {
        Field field = criterion.filter().field();
        switch (criterion.filter().comparison()) {
            case EQ -> writeLinkedAmong(sql, field, owner, criterion.values());
            case NOT -> writeLinkedAmong(sql.add("not "), field, owner, criterion.values());
            case ALL -> {
                writeLinkedAmong(sql, field, owner, criterion.values().subList(0, 1));
                for (Object value : criterion.values().subList(1, criterion.values().size())) {
                    // Each `exists` is one more table to order: past ten of them the optimizer plans for minutes.
                    writeLinkedAmong(sql.add(" and 0 < "), "count(*)", field, owner, List.of(value));
                }
            }
            case EXISTS -> {
                Link link = field.link();
                sql.add((Boolean) criterion.values().get(0) ? "" : "not ").add("exists (select 1 from ").add(link.table())
                        .add(" l where l.").add(link.owner()).add(" = ").add(owner).add(")");
            }
            default -> throw new IllegalStateException("Several values have no order");
        }
    }

    private void writeLinkedAmong(Sql sql, Field field, String owner, Collection<?> values) {
        writeLinkedAmong(sql.add("exists "), "1", field, owner, values);
    }

    private static void writeLinkedAmong(Sql sql, String what, Field field, String owner, Collection<?> values) {
        Link link = field.link();
        sql.add("(select ").add(what).add(" from ").add(link.table()).add(" l where l.").add(link.owner()).add(" = ").add(owner)
                .add(" and ");
        writeAmong(sql, field, "l." + link.value(), values);
        sql.add(")");
    }

    private static void writeAmong(Sql sql, Field field, String expression, Collection<?> values) {
        sql.add(expression).add(" in ");
        if (field.isGrouped()) {
            sql.bindGroups(field.target().table(), values);
        } else {
            sql.bindAll(values);
        }
    }
}
