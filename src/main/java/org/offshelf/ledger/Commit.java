package org.offshelf.ledger;

import java.time.LocalDateTime;

/** Tells what becomes of one commit to who knows the last revision: a commit that fails may have happened nevertheless. */
final class Commit {

    private final LatestRevision latest;
    private long revision;
    private LocalDateTime at;
    private long since;
    private boolean isUnderWay;

    Commit(LatestRevision latest) {
        this.latest = latest;
    }

    void begin(long revision, LocalDateTime at) {
        this.revision = revision;
        this.at = at;
        since = System.nanoTime();
        isUnderWay = true;
        latest.committing();
    }

    void succeed() {
        if (isUnderWay) {
            isUnderWay = false;
            latest.committed(revision, at, since);
        }
    }

    /** Nothing more to tell, unless it was begun and did not succeed. */
    void end() {
        if (isUnderWay) {
            isUnderWay = false;
            latest.failed();
        }
    }
}
