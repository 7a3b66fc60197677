package org.offshelf.access;

import java.util.List;

/** What an account may do. Reading needs none. */
public final class Roles {

    /** May change the record. */
    public static final String CURATOR = "curator";
    /** May open and close accounts, read the audit trail, and let a snapshot pass that was held back; no more than that. */
    public static final String ADMIN = "admin";

    /** May do what every account may: ask for corrections, and have changes brought. So the history calls all who do. */
    public static final String CONTRIBUTOR = "contributor";

    static final List<String> ALL = List.of(ADMIN, CONTRIBUTOR, CURATOR);

    private Roles() {
    }
}
