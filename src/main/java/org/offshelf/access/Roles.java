package org.offshelf.access;

/** What an account may do. Reading needs none. */
public final class Roles {

    /** May change the record. */
    public static final String CURATOR = "curator";
    /** May open and close accounts; no more than that. */
    public static final String ADMIN = "admin";

    private Roles() {
    }
}
