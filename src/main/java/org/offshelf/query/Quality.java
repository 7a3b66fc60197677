package org.offshelf.query;

import org.offshelf.ledger.Coded;

/** How well a text has what was searched for, the best first: a relevance is a thousand times its position, and more. */
public enum Quality implements Coded {
    EXACT,
    READING,
    INITIALS,
    /** Begins with it, in writing or as it is read. */
    PREFIX,
    INITIALS_PREFIX,
    CONTAINS,
    READING_CONTAINS,
    /** The words are there, but not together. */
    WORDS;

    static final int STEP = 1_000;

    static Quality of(long relevance) {
        return values()[(int) Math.min(relevance / STEP, WORDS.ordinal())];
    }

    String sql() {
        return String.valueOf(ordinal());
    }
}
