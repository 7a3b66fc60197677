package org.offshelf.query;

/** What a field holds, which decides how it is read, written and compared. */
public enum FieldType {
    ID("the id of a record"),
    REFERENCE("the id of a record of another collection"),
    CODE("one of a few codes"),
    TEXT("text"),
    /** Its sort key is cut, because the cursor of a page holds the keys of its last record. */
    PROSE("a long text; put in order by its first 200 characters"),
    DATE("a day, YYYY-MM-DD; as a filter also a week (YYYY-Www), a month (YYYY-MM), a quarter (YYYY-Qn) or a year (YYYY)"),
    INTEGER("a whole number"),
    DECIMAL("a number with at most two decimals"),
    /** A list of texts or small objects, kept as one JSON value; it is shown, not filtered. */
    JSON("a list");

    private final String description;

    FieldType(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    boolean isOrdered() {
        return this == DATE || this == INTEGER || this == DECIMAL;
    }

    /** Whether its values come up again and again, so that records can be counted by them. */
    boolean isDimension() {
        return this == REFERENCE || this == CODE || this == DATE;
    }
}
