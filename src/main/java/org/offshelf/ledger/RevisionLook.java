package org.offshelf.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import javax.sql.DataSource;

/**
 * Looks for the last revision on a thread and a connection of its own: what is known already has to be answered even while
 * everything else waits for the database.
 */
@Singleton
class RevisionLook {

    private static final String QUESTION = "select c.revision, c.at, r.at from revision_counter c"
            + " left join revision r on r.revision = ? where c.id = 1";

    private final DataSource database;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread own = new Thread(work, "last-revision");
        own.setDaemon(true);
        return own;
    });
    private Connection connection;

    RevisionLook(DataSource database) {
        this.database = database;
    }

    /**
     * @param last the one known before, or null
     * @param told what was found, or why not
     */
    void after(LatestRevision.Known last, BiConsumer<State, Throwable> told) {
        try {
            thread.execute(() -> look(last, told));
        } catch (RejectedExecutionException e) {
            told.accept(null, e);
        }
    }

    private void look(LatestRevision.Known last, BiConsumer<State, Throwable> told) {
        State state;
        try {
            state = lookAgain(last);
        } catch (Throwable e) { // Whoever asked would take it for under way for ever
            told.accept(null, e);
            return;
        }
        told.accept(state, null);
    }

    /** A connection that was kept may have been ended meanwhile. */
    private State lookAgain(LatestRevision.Known last) throws SQLException {
        boolean isKept = connection != null;
        try {
            return look(last);
        } catch (SQLException e) {
            close();
            if (isKept) {
                return look(last);
            }
            throw e;
        }
    }

    private State look(LatestRevision.Known last) throws SQLException {
        if (connection == null) {
            connection = database.getConnection();
        }
        try (PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setLong(1, last == null ? 0 : last.revision());
            try (ResultSet row = question.executeQuery()) {
                row.next();
                LocalDateTime at = row.getObject(2, LocalDateTime.class);
                LocalDateTime lastAt = row.getObject(3, LocalDateTime.class);
                return new State(row.getLong(1), at, last == null || last.revision() == 0 || last.at().equals(lastAt));
            }
        }
    }

    private void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It is of no use any more.
            }
            connection = null;
        }
    }

    /** Before the pool is closed, whose connection this is. */
    void end(@Observes ShutdownEvent event) throws InterruptedException {
        thread.execute(this::close);
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.SECONDS);
    }

    /** @param follows whether the revision known before is in the ledger still, as it was */
    record State(long revision, LocalDateTime at, boolean follows) {
    }
}
