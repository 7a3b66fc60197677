package org.offshelf.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A record as read: the values of the fields asked for, and the records it refers to where they were asked for. */
final class Row {

    private final List<Field> fields;
    private final Object[] values;
    private final Map<String, Object> included = new TreeMap<>();
    private String locator;
    private List<Match> matchedOn;
    private Former former;
    private List<String> notes = List.of();

    Row(List<Field> fields, Object[] values) {
        this.fields = fields;
        this.values = values;
    }

    List<Field> fields() {
        return fields;
    }

    Object value(int index) {
        return values[index];
    }

    Object value(Field field) {
        return values[fields.indexOf(field)];
    }

    /** A {@link Row}, or a list of them for a field with several values, by the name of the field that refers to them. */
    Map<String, Object> included() {
        return included;
    }

    String locator() {
        return locator;
    }

    /** The texts a search found it by; null where nothing was searched for. */
    List<Match> matchedOn() {
        return matchedOn;
    }

    void matchedOn(List<Match> matches) {
        matchedOn = matches;
    }

    /** What there is to say about the write that made it so. */
    List<String> notes() {
        return notes;
    }

    void notes(List<String> sentences) {
        notes = sentences;
    }

    /** What became of a record that no longer speaks for itself; null for a current one. */
    Former former() {
        return former;
    }

    void former(Former what) {
        former = what;
    }

    /** @param successor the record it was merged into; null for a retracted one */
    record Former(String standing, String reason, String successor) {
    }

    /** The same record, as cited at a place in it. */
    Row citedAt(String place) {
        Row cited = new Row(fields, values);
        cited.former = former;
        cited.locator = place;
        return cited;
    }
}
