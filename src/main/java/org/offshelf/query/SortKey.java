package org.offshelf.query;

import java.util.Collection;
import java.util.Optional;

import org.offshelf.http.Nearest;

/** One key of an order: a field of the collection and its direction. */
record SortKey(Field field, boolean isDescending) {

    /** @return empty if the collection has no such sortable field or the direction is neither {@code asc} nor {@code desc} */
    static Optional<SortKey> parse(String text, CollectionSchema schema) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String direction = colon < 0 ? "asc" : text.substring(colon + 1);
        if (!direction.equals("asc") && !direction.equals("desc")) {
            return Optional.empty();
        }
        return schema.field(name).filter(Field::isSortable).map(field -> new SortKey(field, direction.equals("desc")));
    }

    /** What a key that is none was meant to be; {@code -published}, as other APIs have it, is the descending one. */
    static Optional<String> nearest(String text, Collection<String> fields) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        boolean isDescending = name.startsWith("-") || colon >= 0 && text.startsWith("d", colon + 1);
        return Nearest.match(name, fields).map(field -> field + (isDescending ? ":desc" : ""));
    }

    @Override
    public String toString() {
        return field.name() + (isDescending ? ":desc" : "");
    }
}
