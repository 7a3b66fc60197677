package org.offshelf.query.format;

/** A column of a table, under a name that stays the same. */
public record Column(String name, Kind kind) {

    public enum Kind {
        TEXT,
        DATE,
        NUMBER,
        /** Several values, as a JSON array. */
        LIST
    }
}
