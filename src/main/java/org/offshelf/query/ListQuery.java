package org.offshelf.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list request, understood.
 *
 * @param select the fields to show, in order
 * @param include the reference fields whose records are shown too
 * @param sort the order asked for, without the id that is always appended
 * @param limit how many records, 0 to count only, {@link #UNLIMITED} for all
 * @param cursor where to go on; null for the first page
 */
record ListQuery(CollectionSchema schema, List<Criterion> criteria, List<Field> select, List<Field> include,
        List<SortKey> sort, int limit, Language language, String cursor) {

    static final int UNLIMITED = Integer.MAX_VALUE;

    /** A record with all its fields, nothing beside it. */
    static ListQuery whole(CollectionSchema schema) {
        return new ListQuery(schema, List.of(), List.copyOf(schema.fields()), List.of(), List.of(), 0, Language.EN, null);
    }

    ListQuery limitedTo(int records) {
        return new ListQuery(schema, criteria, select, include, sort, records, language, cursor);
    }

    /**
     * The same for all pages of a walk, whatever they show: the collection, what is asked of it, and the order, which for
     * names and labels hangs on the language.
     */
    String identity() {
        return schema.name() + '?'
                + criteria.stream().map(c -> c.filter().parameter() + '=' + c.values()).sorted()
                        .collect(Collectors.joining("&"))
                + "&sort=" + sort + "&lang=" + language;
    }

    /** The keys that make the order total. */
    List<SortKey> keys() {
        boolean isTotal = sort.stream().anyMatch(key -> key.field() == schema.id());
        return isTotal ? sort : Stream.concat(sort.stream(), Stream.of(new SortKey(schema.id(), false))).toList();
    }
}
