package org.offshelf.access;

import java.util.List;

/** What an account may do. Reading needs none. */
public final class Roles {

    /** May change the record. */
    public static final String CURATOR = "curator";
    /** May open and close accounts and read the audit trail; no more than that. */
    public static final String ADMIN = "admin";

    static final List<String> ALL = List.of(ADMIN, CURATOR);

    private Roles() {
    }
}
