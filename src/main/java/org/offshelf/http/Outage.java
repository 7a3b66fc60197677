package org.offshelf.http;

import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

import org.offshelf.database.DatabaseFailures;

/** Tells failures that pass (database away, pool or threads exhausted) from those that are faults. */
final class Outage {

    static final int RETRY_AFTER_SECONDS = 5;

    private static final int DEEPEST_CAUSE = 20;

    private Outage() {
    }

    static boolean isBehind(Throwable failure) {
        return DatabaseFailures.passes(failure) || Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE).anyMatch(RejectedExecutionException.class::isInstance);
    }
}
