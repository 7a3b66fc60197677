package org.offshelf.query;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.offshelf.ledger.Coded;

/**
 * One field of a collection: what it is called and means, how it is read from the database, and so how it can be filtered,
 * sorted and shown. Parameters, SQL, JSON and the OpenAPI document all follow from this declaration.
 */
public final class Field {

    private final String name;
    private final FieldType type;
    private final Expression expression;
    private final Link link;
    private final Supplier<CollectionSchema> target;
    private final boolean isGrouped;
    private final List<String> codes;
    private final List<String> related;
    private final boolean isRequired;
    private final String description;
    private final Object example;
    private final List<Field> parts;

    private Field(String name, FieldType type, Expression expression, Link link, Supplier<CollectionSchema> target,
            boolean isGrouped, List<String> codes, List<String> related, boolean isRequired, String description,
            Object example, List<Field> parts) {
        this.name = name;
        this.type = type;
        this.expression = expression;
        this.link = link;
        this.target = target;
        this.isGrouped = isGrouped;
        this.codes = codes;
        this.related = related;
        this.isRequired = isRequired;
        this.description = description;
        this.example = example;
        this.parts = parts;
    }

    private static Field of(String name, FieldType type, Expression expression) {
        return new Field(name, type, expression, null, null, false, List.of(), List.of(), false, "", null, List.of());
    }

    public static Field id() {
        return of("id", FieldType.ID, Expression.column("id")).required();
    }

    public static Field text(String name, String column) {
        return of(name, FieldType.TEXT, Expression.column(column));
    }

    /** A text that exists in Chinese and perhaps in English; {@code lang} chooses, the other stands in where one is missing. */
    public static Field localized(String name, String columnZh, String columnEn) {
        return of(name, FieldType.TEXT, (alias, context) -> context.language() == Language.ZH
                ? "coalesce(" + alias + "." + columnZh + ", " + alias + "." + columnEn + ")"
                : "coalesce(" + alias + "." + columnEn + ", " + alias + "." + columnZh + ")");
    }

    /** A text that may be long. */
    public Field prose() {
        return new Field(name, FieldType.PROSE, expression, link, target, isGrouped, codes, related, isRequired, description,
                example, parts);
    }

    public static Field date(String name, String column) {
        return of(name, FieldType.DATE, Expression.column(column));
    }

    public static Field integer(String name, String column) {
        return of(name, FieldType.INTEGER, Expression.column(column));
    }

    public static Field integer(String name, Expression expression) {
        return of(name, FieldType.INTEGER, expression);
    }

    public static Field decimal(String name, String column) {
        return of(name, FieldType.DECIMAL, Expression.column(column));
    }

    public static Field json(String name, String column) {
        return json(name, Expression.column(column));
    }

    public static Field json(String name, Expression expression) {
        return of(name, FieldType.JSON, expression).required();
    }

    public static <E extends Enum<E> & Coded> Field code(String name, Expression expression, Class<E> codes) {
        return of(name, FieldType.CODE, expression)
                .withCodes(Stream.of(codes.getEnumConstants()).map(Coded::code).toList());
    }

    public static Field code(String name, String column, List<String> codes) {
        return of(name, FieldType.CODE, Expression.column(column)).withCodes(codes);
    }

    public static <E extends Enum<E> & Coded> Field code(String name, String column, Class<E> codes) {
        return code(name, Expression.column(column), codes);
    }

    /** @param target the collection referred to; a supplier, because a collection may refer to itself */
    public static Field reference(String name, String column, Supplier<CollectionSchema> target) {
        return new Field(name, FieldType.REFERENCE, Expression.column(column), null, target, false, List.of(), List.of(),
                false, "", null, List.of());
    }

    /**
     * A field with several values, kept in a table of their own.
     *
     * @param ownerColumn the column of this collection that the table's owner column refers to
     */
    public static Field references(String name, String ownerColumn, String table, String owner, String value,
            Supplier<CollectionSchema> target) {
        return new Field(name, FieldType.REFERENCE, Expression.column(ownerColumn), new Link(table, owner, value, null, true),
                target, false, List.of(), List.of(), false, "", null, List.of());
    }

    /** The documents a record of the table rests on. */
    public static Field sources(String table, Supplier<CollectionSchema> sources) {
        return new Field("sources", FieldType.REFERENCE, Expression.column("id"),
                new Link(table + "_citation", table + "_id", "source_id", "locator", false), sources, false, List.of(),
                List.of(),
                true, "The documents this record rests on; `include=sources` shows them and where in them.", null, List.of());
    }

    /**
     * The records of another collection that refer to this one's. They can be shown with it, but are no part of it.
     *
     * @param pairs a query for the ids of the records referred to, {@code owner_id}, and of those that refer, {@code value_id}
     */
    static Field referring(CollectionSchema from, String pairs) {
        return new Field(from.name(), FieldType.REFERENCE, Expression.column("id"),
                new Link('(' + pairs + ')', "owner_id", "value_id", null, false), () -> from, false, List.of(), List.of(),
                false,
                from.description(), null, List.of());
    }

    public Field describedAs(String text) {
        return new Field(name, type, expression, link, target, isGrouped, codes, related, isRequired, text, example,
                parts);
    }

    public Field example(Object value) {
        return new Field(name, type, expression, link, target, isGrouped, codes, related, isRequired, description, value,
                parts);
    }

    /** Never null, so that `.exists` would make no sense. */
    public Field required() {
        return new Field(name, type, expression, link, target, isGrouped, codes, related, true, description, example,
                parts);
    }

    /** A group among the values stands for all its leaves. */
    public Field grouped() {
        return new Field(name, type, expression, link, target, true, codes, related, isRequired, description, example,
                parts);
    }

    /** Fields of the record referred to that can be filtered by from here, as in {@code operator.province}. */
    public Field related(String... names) {
        return new Field(name, type, expression, link, target, isGrouped, codes, List.of(names), isRequired, description,
                example, parts);
    }

    /**
     * Of a JSON field whose list holds objects: what is in each. They are described as fields, though none is read by itself.
     */
    public Field of(Field... objectParts) {
        return new Field(name, type, expression, link, target, isGrouped, codes, related, isRequired, description, example,
                List.of(objectParts));
    }

    /** The groups of a grouped field's values, as a field of its own: a leaf counts for its group, a group for itself. */
    Field groups() {
        String groups = "(select m." + link.owner() + " as owner_id, coalesce(g.parent_id, g.id) as group_id from "
                + link.table() + " m join " + target().table() + " g on g.id = m." + link.value() + ")";
        Object group = target().field("group").map(Field::example).orElse(null);
        return new Field(name + ".group", type, expression, new Link(groups, "owner_id", "group_id", null, false), target,
                false,
                codes, List.of(), isRequired, description + " Here only their groups.", group, List.of());
    }

    private Field withCodes(List<String> values) {
        return new Field(name, type, expression, link, target, isGrouped, values, related, isRequired, description, example,
                parts);
    }

    public String name() {
        return name;
    }

    public FieldType type() {
        return type;
    }

    public String description() {
        return description;
    }

    public Object example() {
        return example;
    }

    /** The values a CODE field can have. */
    public List<String> codes() {
        return codes;
    }

    public boolean isRequired() {
        return isRequired;
    }

    /** What is in each object of a JSON field's list; empty when the list holds texts. */
    public List<Field> parts() {
        return parts;
    }

    /** Whether a record can have several values at once; they are shown as an array. */
    public boolean isMultiple() {
        return link != null;
    }

    public boolean isGrouped() {
        return isGrouped;
    }

    public boolean isSortable() {
        return !isMultiple() && type != FieldType.JSON;
    }

    /** Whether it names other records. */
    public boolean isReference() {
        return type == FieldType.REFERENCE;
    }

    public CollectionSchema target() {
        return target.get();
    }

    List<String> related() {
        return related;
    }

    Expression expression() {
        return expression;
    }

    /** What records are put in order by. */
    Expression order() {
        return type == FieldType.PROSE ? (alias, context) -> "left(" + expression.sql(alias, context) + ", 200)" : expression;
    }

    /** Of citations: none of documents that had not appeared yet. */
    Optional<DatedTable> datedLinks() {
        return link == null || link.detail() == null ? Optional.empty()
                : Optional.of(new DatedTable(link.table(), null,
                        "exists (select 1 from " + target().table() + " i where i.id = @." + link.value() + ")", Map.of()));
    }

    Link link() {
        return link;
    }

    public Set<Comparison> comparisons() {
        EnumSet<Comparison> comparisons = EnumSet.noneOf(Comparison.class);
        if (type != FieldType.JSON) {
            comparisons.add(Comparison.EQ);
            comparisons.add(Comparison.NOT);
            if (isMultiple()) {
                comparisons.add(Comparison.ALL);
            }
            if (type.isOrdered()) {
                comparisons.addAll(EnumSet.of(Comparison.GT, Comparison.GTE, Comparison.LT, Comparison.LTE));
            }
            if (!isRequired) {
                comparisons.add(Comparison.EXISTS);
            }
        }
        return comparisons;
    }
}
