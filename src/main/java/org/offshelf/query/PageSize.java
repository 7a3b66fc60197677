package org.offshelf.query;

/** How many records one answer may hold; 0 asks for the count alone. */
public final class PageSize {

    public static final int DEFAULT = 50;
    public static final int MAX = 1000;

    private PageSize() {
    }
}
