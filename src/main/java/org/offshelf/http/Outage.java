package org.offshelf.http;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/** Tells failures that pass (database away, pool or threads exhausted) from those that are faults. */
final class Outage {

    static final String RETRY_AFTER_SECONDS = "5";

    private static final int DEEPEST_CAUSE = 20;
    /** MariaDB's ER_STATEMENT_TIMEOUT. */
    private static final int STATEMENT_TIMEOUT = 1969;

    private Outage() {
    }

    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(Outage::passes);
    }

    /** Whether the database ended a statement because it ran longer than it may. */
    static boolean isTimeLimit(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == STATEMENT_TIMEOUT);
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof SQLTransientException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof RejectedExecutionException
                || cause instanceof SQLException sql && (isConnectionState(sql) || isPoolExhausted(sql));
    }

    /** Class 08 of the SQL standard. */
    private static boolean isConnectionState(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("08");
    }

    /** The connection pool has no type of its own for this, and several ways to say it. */
    private static boolean isPoolExhausted(SQLException failure) {
        return failure.getMessage() != null && failure.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }
}
