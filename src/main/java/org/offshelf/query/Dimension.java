package org.offshelf.query;

/**
 * Something the records of a collection can be counted by.
 *
 * @param path what it is called, which is also the name of the filter that accepts its keys
 * @param via the field through which a related record is reached; null for the collection's own fields
 * @param bucket what days are counted by; null for what is no date
 */
record Dimension(String path, Field via, Field field, Bucket bucket) {

    Dimension by(Bucket chosen) {
        return new Dimension(path, via, field, chosen);
    }

    boolean isDate() {
        return field.type() == FieldType.DATE;
    }

    /** Whether a record is in a group once, whatever it has several of. */
    boolean isOnce() {
        return !field.isMultiple() || field.link().isOnce();
    }

    /** Whether its keys have names of their own. */
    boolean isLabelled() {
        return field.type() == FieldType.REFERENCE;
    }

    /** What stands in {@code groupBy}. */
    @Override
    public String toString() {
        return bucket == null ? path : path + ':' + bucket.code();
    }

    /** @param index tells apart the tables of several dimensions in one query */
    String key(int index, Context context) {
        if (field.isMultiple()) {
            return table(index) + '.' + field.link().value();
        }
        String value = field.expression().sql(via == null ? "r" : Conditions.alias(via), context);
        return bucket == null ? value : bucket.sql(value);
    }

    /** Brings in the values of a field that has several, or one null for a record without any. */
    void writeJoin(Sql sql, int index, Context context) {
        if (field.isMultiple()) {
            sql.add(" left join ").add(field.link().table()).add(" ").add(table(index)).add(" on ").add(table(index)).add(".")
                    .add(field.link().owner()).add(" = ").add(field.expression().sql("r", context));
        }
    }

    private static String table(int index) {
        return "d" + index;
    }
}
