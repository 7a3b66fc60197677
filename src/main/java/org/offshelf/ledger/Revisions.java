package org.offshelf.ledger;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.hibernate.Session;

import io.micrometer.core.annotation.Timed;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The one way to write records. A write is one transaction and one revision: it takes the lock on the counter first, so
 * revisions are gap-free and in commit order, and it writes its changes to the ledger before it commits.
 */
@ApplicationScoped
public class Revisions {

    private static final Duration LONGEST_WAIT_FOR_CLOCK = Duration.ofSeconds(10);

    private final Session session;
    private final Attributes attributes;
    private final LedgerLines ledger;
    private final Instance<WriteListener> listeners;
    private final LatestRevision latest;

    Revisions(Session session, Attributes attributes, LedgerLines ledger, @Any Instance<WriteListener> listeners,
            LatestRevision latest) {
        this.session = session;
        this.attributes = attributes;
        this.ledger = ledger;
        this.listeners = listeners;
        this.latest = latest;
    }

    /** Runs the work in a transaction of its own. Work that changes no record takes no revision number. */
    public <T> Committed<T> write(Author author, Supplier<T> work) {
        return write(author, work, committed -> {
        });
    }

    /** @param last told, within the transaction, what is about to be committed; it writes no records any more */
    @Timed(value = "offshelf.writes", description = "Writes, with the wait for the lock on the revision")
    public <T> Committed<T> write(Author author, Supplier<T> work, Consumer<Committed<T>> last) {
        Write.requireNone();
        Commit commit = new Commit(latest);
        try {
            Committed<T> committed = QuarkusTransaction.requiringNew().timeout(3600).call(() -> {
                Counter counter = lockCounter();
                awaitClockAfter(counter.at());
                try (Write write = Write.begin(counter.revision() + 1, author)) {
                    T result = work.get();
                    record(write, false);
                    Counter end = counter;
                    if (write.isInLedger()) {
                        end = new Counter(write.revision(), databaseTime());
                        ledger.end(end.revision(), end.at());
                    }
                    Committed<T> whole = new Committed<>(result, end.revision());
                    last.accept(whole);
                    commit.begin(end.revision(), end.at());
                    return whole;
                }
            });
            commit.succeed();
            return committed;
        } finally {
            commit.end();
        }
    }

    /**
     * For work that touches more records than memory holds, to be called within it every some hundred records: sends what it
     * has touched to the database and the ledger and lets go of it. Records the work still holds are no longer managed, so it
     * has to be done with them; one it loads and changes again gets another line in the same revision.
     */
    public void drain() {
        Write write = Write.current();
        try {
            record(write, true);
            session.clear();
        } catch (RuntimeException e) {
            // Half a drain must not be committed, even if the work goes on.
            QuarkusTransaction.setRollbackOnly();
            throw e;
        }
    }

    private void record(Write write, boolean isPart) {
        session.flush();
        boolean isFirst = !write.isInLedger();
        List<Change> changes = write.take(attributes);
        if (changes.isEmpty()) {
            return;
        }
        if (isFirst) {
            ledger.begin(write.revision(), write.author());
        }
        tell(changes, isPart);
        ledger.add(write.revision(), changes);
    }

    private void tell(List<Change> changes, boolean isPart) {
        Map<String, WrittenIds> ids = new LinkedHashMap<>();
        for (Change change : changes) {
            WrittenIds written = ids.computeIfAbsent(change.type(),
                    type -> new WrittenIds(new LinkedHashSet<>(), new HashSet<>()));
            written.all().add(change.id());
            if (change.op() == Op.CREATE) {
                written.created().add(change.id());
            }
        }
        listeners.forEach(listener -> listener.written(ids, isPart));
    }

    private Counter lockCounter() {
        Object[] row = session.createNativeQuery("select revision, at from revision_counter where id = 1 for update",
                Object[].class).getSingleResult();
        return new Counter(((Number) row[0]).longValue(), LocalDateTime.class.cast(row[1]));
    }

    /**
     * A revision names an exact state only while the database's clock moves forward: rows written now must start after the
     * instant of the last revision. After a step back (a corrected clock, a failover) the write waits until time has caught up.
     */
    private void awaitClockAfter(LocalDateTime last) {
        LocalDateTime deadline = null;
        for (LocalDateTime now = databaseTime(); !now.isAfter(last); now = databaseTime()) {
            deadline = deadline == null ? now.plus(LONGEST_WAIT_FOR_CLOCK) : deadline;
            if (last.isAfter(deadline)) {
                throw new IllegalStateException("The database's clock is more than " + LONGEST_WAIT_FOR_CLOCK.toSeconds()
                        + " s behind the last revision; nothing is written until it has caught up");
            }
            try {
                Thread.sleep(Math.max(1, Duration.between(now, last).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the database's clock", e);
            }
        }
    }

    private LocalDateTime databaseTime() {
        return (LocalDateTime) session.createNativeQuery("select sysdate(6)", Object.class).getSingleResult();
    }

    private record Counter(long revision, LocalDateTime at) {
    }
}
