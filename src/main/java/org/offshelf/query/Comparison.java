package org.offshelf.query;

/**
 * How a filter compares. The operator is part of the parameter's name, so that every filter is a typed parameter of its own.
 */
public enum Comparison {
    EQ(""),
    NOT(".not"),
    ALL(".all"),
    GT(".gt"),
    GTE(".gte"),
    LT(".lt"),
    LTE(".lte"),
    EXISTS(".exists"),
    /** Full text, over all searched texts of a record: only {@code q}. */
    MATCHES("");

    private final String suffix;

    Comparison(String suffix) {
        this.suffix = suffix;
    }

    public String suffix() {
        return suffix;
    }

    /** Whether the parameter takes several values, separated by commas. */
    public boolean takesMany() {
        return this == EQ || this == NOT || this == ALL;
    }
}
