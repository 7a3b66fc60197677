package org.offshelf.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Tells failures of the database that pass from those that are faults, by the numbers MariaDB gives them. */
public final class DatabaseFailures {

    /**
     * The transaction was in the way of another one, on a cluster also of one on another node: deadlock, too long a wait for a
     * lock, a row changed since it was read. It is rolled back for certain, also where the commit says so.
     */
    private static final Set<Integer> LOST_TO_ANOTHER = Set.of(1213, 1205, 1020);
    /**
     * The server, or this node of the cluster, does not serve at the moment: no primary component, going down, not to be
     * written to, connection or statement killed, disk full, the commit broke off.
     */
    private static final Set<Integer> NOT_SERVING = Set.of(1047, 1053, 1290, 1836, 1927, 1317, 1021, 1114, 1180);
    /** ER_STATEMENT_TIMEOUT. */
    private static final int STATEMENT_TIMEOUT = 1969;

    private DatabaseFailures() {
    }

    /** Whether the same may work a moment later. */
    public static boolean passes(Throwable failure) {
        return isAny(failure, sql -> sql instanceof SQLTransientException || isConnectionLost(sql) || isPoolExhausted(sql)
                || LOST_TO_ANOTHER.contains(sql.getErrorCode()) || NOT_SERVING.contains(sql.getErrorCode()));
    }

    /** Whether the database ended a statement because it ran longer than it may. */
    public static boolean isTimeLimit(Throwable failure) {
        return isAny(failure, sql -> sql.getErrorCode() == STATEMENT_TIMEOUT);
    }

    /** Whether another transaction was in the way: nothing of this one is left, whenever it met this. */
    public static boolean isRolledBack(Throwable failure) {
        return isAny(failure, sql -> LOST_TO_ANOTHER.contains(sql.getErrorCode()));
    }

    /** Whether trying again soon is of use: who waits for a connection in vain has waited long enough. */
    static boolean isWorthAnotherTry(Throwable failure) {
        return passes(failure) && !isAny(failure, DatabaseFailures::isPoolExhausted);
    }

    /**
     * Class 08 of the SQL standard; or it was lost before it could take part in the transaction, which the pool says in words
     * only.
     */
    private static boolean isConnectionLost(SQLException failure) {
        return failure instanceof SQLNonTransientConnectionException || failure instanceof SQLRecoverableException
                || failure.getSQLState() != null && failure.getSQLState().startsWith("08")
                || failure.getMessage() != null && failure.getMessage().startsWith("Failed to enlist");
    }

    /** The connection pool has no type of its own for this, and several ways to say it. */
    private static boolean isPoolExhausted(SQLException failure) {
        return failure.getMessage() != null && failure.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }

    /** Looks at the suppressed ones too: there the transaction manager keeps why a commit failed. */
    private static boolean isAny(Throwable failure, Predicate<SQLException> condition) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (next instanceof SQLException sql && condition.test(sql)) {
                return true;
            }
            if (seen.add(next)) {
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
                Collections.addAll(open, next.getSuppressed());
            }
        }
        return false;
    }
}
