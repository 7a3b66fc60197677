package org.offshelf.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.transaction.Synchronization;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;

/** The texts of one write, analysed beside it in the order in which it hands them over. */
final class SideIndexing implements Synchronization {

    /** So many parts may wait: the texts of apps fall behind their records, and catch up while findings are written. */
    private static final int MOST_WAITING = 100;

    private final ExecutorService thread;
    private final Connection connection;
    private final Queue<Future<?>> waiting = new ArrayDeque<>();

    private SideIndexing(ExecutorService thread, Connection connection) {
        this.thread = thread;
        this.connection = connection;
    }

    /** Empty if there is no connection to spare. */
    static Optional<SideIndexing> begin(AgroalDataSource database) {
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "terms"));
        try {
            // On that thread, since this one's connection is that of its transaction
            Connection own = thread.submit(() -> {
                Connection connection = database.getConnection();
                connection.setAutoCommit(false);
                return connection;
            }).get();
            return Optional.of(new SideIndexing(thread, own));
        } catch (ExecutionException e) {
            thread.shutdown();
            Log.infof("No second connection for the index of terms: %s", e.getCause().getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a connection", e);
        }
    }

    void take(Collection<SearchedText> texts) {
        while (waiting.size() >= MOST_WAITING || !waiting.isEmpty() && waiting.element().isDone()) {
            await(waiting.remove());
        }
        waiting.add(thread.submit((Callable<Void>) () -> {
            TermsOfTexts.index(connection, texts);
            connection.commit();
            return null;
        }));
    }

    private static void await(Future<?> part) {
        try {
            part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Texts could not be indexed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while texts are indexed", e);
        }
    }

    /** What was written can be searched for as soon as it is there. */
    @Override
    public void beforeCompletion() {
        while (!waiting.isEmpty()) {
            await(waiting.remove());
        }
    }

    @Override
    public void afterCompletion(int status) {
        waiting.forEach(part -> part.cancel(false)); // only where the write failed are there any
        thread.submit(this::close);
        thread.shutdown();
        try {
            // The next write may have the same texts: it must find what a part under way still commits.
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                Log.warn("The index of terms is still being written, beside a write that is over");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes back to the pool as it came from there. */
    private void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            Log.warn("The connection of the index of terms could not be given back", e);
        }
    }
}
