package org.offshelf.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A collection of the API: its table, its fields, and the filters that follow from them. Declared once, by its feature. */
public final class CollectionSchema {

    private final String name;
    private final String singular;
    private final String table;
    private final String description;
    private final Map<String, Field> fields;
    private final List<SortKey> defaultSort;
    private final Aliases aliases;
    private Map<String, Filter> filters;

    private CollectionSchema(Builder builder) {
        this.name = builder.name;
        this.singular = builder.singular;
        this.table = builder.singular;
        this.description = builder.description;
        this.fields = builder.fields;
        this.aliases = builder.aliases;
        this.defaultSort = builder.sort.stream().map(key -> SortKey.parse(key, this).orElseThrow()).toList();
    }

    /**
     * @param name plural, as in the path
     * @param singular the type's name in the ledger, and its table
     */
    public static Builder named(String name, String singular) {
        return new Builder(name, singular);
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

    Field id() {
        return fields.get("id");
    }

    String table() {
        return table;
    }

    List<SortKey> defaultSort() {
        return defaultSort;
    }

    /** The order where none is asked for, written as in the sort parameter. */
    public List<String> defaultOrder() {
        return defaultSort.stream().map(SortKey::toString).toList();
    }

    /** Null when the collection's records have no other names than their ids. */
    Aliases aliases() {
        return aliases;
    }

    /** All filters by parameter name, in the order of the fields. Computed late, because collections refer to each other. */
    public synchronized Map<String, Filter> filters() {
        if (filters == null) {
            Map<String, Filter> all = new LinkedHashMap<>();
            for (Field field : fields()) {
                add(all, field.name(), null, field);
                for (String related : field.related()) {
                    Field farField = field.target().field(related).orElseThrow();
                    add(all, field.name() + "." + related, field, farField);
                }
            }
            filters = all;
        }
        return filters;
    }

    private static void add(Map<String, Filter> all, String path, Field via, Field field) {
        for (Operator operator : field.operators()) {
            Filter filter = new Filter(path + operator.suffix(), via, field, operator);
            all.put(filter.parameter(), filter);
        }
    }

    /** The table of what others call the collection's records, in columns scheme and value: {@code android:com.tencent.mm}. */
    record Aliases(String table, String owner) {
    }

    public static final class Builder {

        private final String name;
        private final String singular;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final List<String> sort = new ArrayList<>();
        private String description = "";
        private Aliases aliases;

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
