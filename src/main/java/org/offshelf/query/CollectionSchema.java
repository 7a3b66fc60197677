package org.offshelf.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A collection of the API: its table, its fields, and the filters that follow from them. Declared once, by its feature. */
public final class CollectionSchema {

    private final String name;
    private final String singular;
    private final String table;
    private final String description;
    private final Map<String, Field> fields;
    private final List<SortKey> defaultSort;
    private final String narrow;
    private final Aliases aliases;
    private final Field label;
    private final Set<Field> counted;
    private final Map<Field, Field> amounts;
    private final List<Searched> searched;
    private final List<String> searchedThrough;
    private final List<DatedTable> dated;
    private final Map<Supplier<CollectionSchema>, String> shownWith;
    private final List<Field> referring = new ArrayList<>();
    private final String derivation;
    private final boolean isDrawnFromNotices;
    private Map<String, Filter> filters;

    private CollectionSchema(Builder builder) {
        this.name = builder.name;
        this.singular = builder.singular;
        this.table = builder.singular;
        this.description = builder.description;
        this.fields = builder.fields;
        this.aliases = builder.aliases;
        this.label = fields.get(builder.label);
        this.counted = builder.counted.stream().map(fields::get).collect(Collectors.toSet());
        this.amounts = new LinkedHashMap<>();
        builder.amounts.forEach((amount, currency) -> amounts.put(fields.get(amount), fields.get(currency)));
        this.searched = List.copyOf(builder.searched);
        this.searchedThrough = List.copyOf(builder.searchedThrough);
        this.dated = List.copyOf(builder.dated);
        this.shownWith = Map.copyOf(builder.shownWith);
        this.derivation = builder.derivation;
        this.isDrawnFromNotices = builder.isDrawnFromNotices;
        this.narrow = builder.narrow;
        this.defaultSort = builder.sort.stream().map(key -> SortKey.parse(key, this).orElseThrow()).toList();
    }

    /**
     * @param name plural, as in the path
     * @param singular the type's name in the ledger, and its table
     */
    public static Builder named(String name, String singular) {
        return new Builder(name, singular);
    }

    /**
     * Lets the collections show what refers to them. It is the referring one that knows of the other, so they are told of each
     * other once all are there.
     */
    public static void connect(List<CollectionSchema> all) {
        all.forEach(from -> from.shownWith
                .forEach((to, pairs) -> to.get().referring.add(Field.referring(from, pairs))));
        all.forEach(schema -> schema.referring.sort(Comparator.comparing(Field::name)));
    }

    public String name() {
        return name;
    }

    public String singular() {
        return singular;
    }

    public String description() {
        return description;
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    /** The collections whose records refer to this one's, as what {@code include} can show. */
    public List<Field> referring() {
        return Collections.unmodifiableList(referring);
    }

    /** All that {@code include} can show. */
    public List<Field> includable() {
        return Stream.concat(fields().stream().filter(Field::isReference), referring.stream()).toList();
    }

    Field id() {
        return fields.get("id");
    }

    public String table() {
        return table;
    }

    /** An index in the default order that says most of what is asked of all records; null if there is none. */
    String narrow() {
        return narrow;
    }

    List<SortKey> defaultSort() {
        return defaultSort;
    }

    /** The order where none is asked for, written as in the sort parameter. */
    public List<String> defaultOrder() {
        return defaultSort.stream().map(SortKey::toString).toList();
    }

    /** Null when the collection's records have no other names than their ids. */
    public Aliases aliases() {
        return aliases;
    }

    /** The texts of a record that {@code q} is looked for in. */
    public List<Searched> searched() {
        return searched;
    }

    /** The fields whose records' texts are searched too, as if they were this record's. */
    List<Field> searchedThrough() {
        return searchedThrough.stream().map(fields::get).toList();
    }

    /** What its tables hold up to a day; empty for what has always been there. */
    List<DatedTable> dated() {
        return Stream.concat(dated.stream(), fields().stream().flatMap(field -> field.datedLinks().stream())).toList();
    }

    /** The query that stands for its table; null where it has one. */
    String derivation() {
        return derivation;
    }

    /** Whether it has no records of its own, but what is counted from those of others. */
    public boolean isDerived() {
        return derivation != null;
    }

    /** Whether what is missing among the notices is missing here too. */
    public boolean isDrawnFromNotices() {
        return isDrawnFromNotices;
    }

    /** All filters by parameter name, in the order of the fields. Computed late, because collections refer to each other. */
    public synchronized Map<String, Filter> filters() {
        if (filters == null) {
            Map<String, Filter> all = new LinkedHashMap<>();
            if (!searched.isEmpty() || !searchedThrough.isEmpty()) {
                all.put(Search.FILTER.parameter(), Search.FILTER);
            }
            for (Field field : fields()) {
                add(all, field.name(), null, field);
                for (String related : field.related()) {
                    Field farField = field.target().field(related).orElseThrow();
                    add(all, field.name() + "." + related, field, farField);
                }
                if (field.isGrouped()) {
                    add(all, field.name() + ".group", null, field.groups());
                }
            }
            // Those names say of when the answer speaks. What changed at a revision is found by `.gte` and `.lte`.
            all.keySet().removeAll(Moment.PARAMETERS);
            filters = all;
        }
        return filters;
    }

    private static void add(Map<String, Filter> all, String path, Field via, Field field) {
        Set<Comparison> comparisons = EnumSet.copyOf(field.comparisons());
        if (via != null && !via.isRequired()) {
            comparisons.add(Comparison.EXISTS);
        }
        for (Comparison comparison : comparisons) {
            Filter filter = new Filter(path + comparison.suffix(), via, field, comparison);
            all.put(filter.parameter(), filter);
        }
    }

    /** The field that names a record to people: its id where it has no name of its own. */
    public Field label() {
        return label;
    }

    /** The fields that hold money, each with the field that holds its currency. */
    Map<Field, Field> amounts() {
        return amounts;
    }

    /** All that records can be counted by, under the name of the filter that accepts its keys. */
    Map<String, Dimension> dimensions() {
        Map<String, Dimension> all = new LinkedHashMap<>();
        for (Filter filter : filters().values()) {
            CollectionSchema home = filter.via() == null ? this : filter.via().target();
            if (filter.comparison() == Comparison.EQ
                    && (filter.field().type().isDimension() || home.counted.contains(filter.field()))) {
                all.put(filter.parameter(), new Dimension(filter.parameter(), filter.via(), filter.field(), null));
            }
        }
        return all;
    }

    /** The table of what others call the collection's records, in columns scheme and value: {@code android:com.tencent.mm}. */
    public record Aliases(String table, String owner) {
    }

    public static final class Builder {

        private final String name;
        private final String singular;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final List<String> sort = new ArrayList<>();
        private String description = "";
        private Aliases aliases;
        private String label = "id";
        private final List<String> counted = new ArrayList<>();
        private final Map<String, String> amounts = new LinkedHashMap<>();
        private final List<Searched> searched = new ArrayList<>();
        private final List<String> searchedThrough = new ArrayList<>();
        private final List<DatedTable> dated = new ArrayList<>();
        private final Map<Supplier<CollectionSchema>, String> shownWith = new LinkedHashMap<>();
        private String derivation;
        private boolean isDrawnFromNotices;
        private String narrow;

        private Builder(String name, String singular) {
            this.name = name;
            this.singular = singular;
        }

        public Builder describedAs(String text) {
            description = text;
            return this;
        }

        public Builder field(Field field) {
            fields.put(field.name(), field);
            return this;
        }

        /** @param tableName a table with the columns scheme and value */
        public Builder aliasedBy(String tableName, String ownerColumn) {
            aliases = new Aliases(tableName, ownerColumn);
            return this;
        }

        /** @param fieldName the field that names a record to people */
        public Builder labelledBy(String fieldName) {
            label = fieldName;
            return this;
        }

        /** Fields whose values come up again and again although they are neither codes nor references. */
        public Builder countedBy(String... fieldNames) {
            counted.addAll(List.of(fieldNames));
            return this;
        }

        /** A field that holds money; it is only ever added up within one currency. */
        public Builder amount(String fieldName, String currencyFieldName) {
            amounts.put(fieldName, currencyFieldName);
            return this;
        }

        /** What {@code q} is looked for in. */
        public Builder searchedBy(Searched... texts) {
            searched.addAll(List.of(texts));
            return this;
        }

        /** References to records by whose own texts this collection's are found too: a finding by the aliases of its app. */
        public Builder searchedThrough(String... fieldNames) {
            searchedThrough.addAll(List.of(fieldNames));
            return this;
        }

        /** @param tables of its records and of what belongs to them, where they hang on the day they are looked at */
        public Builder dated(DatedTable... tables) {
            dated.addAll(List.of(tables));
            return this;
        }

        /** @param column of this collection's table, with the ids of records that can show those that refer to them */
        public Builder shownWith(Supplier<CollectionSchema> to, String column) {
            return shownThrough(to, "select s." + column + " as owner_id, s.id as value_id from " + singular
                    + " s where s.standing = 'current'");
        }

        /** @param pairs a query for the ids of those records, {@code owner_id}, and of this collection's, {@code value_id} */
        public Builder shownThrough(Supplier<CollectionSchema> to, String pairs) {
            shownWith.put(to, pairs);
            return this;
        }

        /**
         * @param sql of a query that stands for the table, with what every table of records has; see {@link DatedTables#over}
         */
        public Builder derivedFrom(String sql) {
            derivation = sql;
            return this;
        }

        /** Its answers say what is known to be missing among the notices they are about, see {@link Coverages}. */
        public Builder drawnFromNotices() {
            isDrawnFromNotices = true;
            return this;
        }

        /**
         * @param index of current records in the default order, with the columns by which they are counted: what goes through
         *        all
         *        of them goes through it instead of the rows, which are several times as long
         */
        public Builder narrowedTo(String index) {
            narrow = index;
            return this;
        }

        /** @param keys such as {@code published:desc}; the id is always appended */
        public Builder sortedBy(String... keys) {
            sort.addAll(List.of(keys));
            return this;
        }

        public CollectionSchema build() {
            fields.put("revision", Field.integer("revision", "revision").required()
                    .describedAs("The last revision of the registry that changed this record.").example(1));
            return new CollectionSchema(this);
        }
    }
}
