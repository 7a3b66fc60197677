package org.offshelf.ledger;

/** What happened to a record in a revision. */
public enum Op implements Coded {
    CREATE,
    UPDATE,
    RETRACT,
    RESTORE,
    MERGE,
    UNMERGE;

    static Op between(Standing before, Standing after) {
        if (before == after) {
            return UPDATE;
        }
        return switch (after) {
            case RETRACTED -> RETRACT;
            case MERGED -> MERGE;
            case CURRENT -> before == Standing.MERGED ? UNMERGE : RESTORE;
        };
    }
}
