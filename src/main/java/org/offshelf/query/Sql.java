package org.offshelf.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A statement under construction: text, and the values of its parameters, which never become text. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Sql add(String fragment) {
        text.append(fragment);
        return this;
    }

    /** Appends a parameter. */
    Sql bind(Object value) {
        values.add(value);
        text.append('?').append(values.size());
        return this;
    }

    /** Appends {@code (?, ?, …)}. */
    Sql bindAll(Collection<?> many) {
        String separator = "(";
        for (Object value : many) {
            text.append(separator);
            bind(value);
            separator = ", ";
        }
        text.append(')');
        return this;
    }

    /**
     * Appends {@code (…)} with values that are another number each time: as one parameter, so that the text is the same, which
     * is
     * kept for each statement there was.
     */
    Sql bindMany(Collection<?> many) {
        text.append('(');
        bind(new Many(List.copyOf(many)));
        text.append(')');
        return this;
    }

    /** Appends {@code (…)} with the ids and, where they are groups, all that belong to them when the statement is run. */
    Sql bindGroups(String table, Collection<?> ids) {
        text.append('(');
        bind(new Groups(table, List.copyOf(ids)));
        text.append(')');
        return this;
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }

    record Many(List<?> values) {
    }

    /** A parameter whose values are known when it is run: of a query within, the database cannot tell how many rows it has. */
    record Groups(String table, List<?> ids) {
    }
}
