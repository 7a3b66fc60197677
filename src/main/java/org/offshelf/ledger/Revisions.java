package org.offshelf.ledger;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.hibernate.Session;
import org.jboss.logging.MDC;
import org.offshelf.database.Transactions;

import io.micrometer.core.annotation.Timed;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The one way to write records. A write is one transaction and one revision: it takes the lock on the counter first, so
 * revisions are gap-free and in commit order, and it writes its changes to the ledger before it commits.
 */
@ApplicationScoped
public class Revisions {

    private static final int LONGEST_SECONDS = 3600;

    private final Session session;
    private final Attributes attributes;
    private final LedgerLines ledger;
    private final Instance<WriteListener> listeners;
    private final LatestRevision latest;
    private final WriteTime time;

    Revisions(Session session, Attributes attributes, LedgerLines ledger, @Any Instance<WriteListener> listeners,
            LatestRevision latest, WriteTime time) {
        this.session = session;
        this.attributes = attributes;
        this.ledger = ledger;
        this.listeners = listeners;
        this.latest = latest;
        this.time = time;
    }

    /**
     * Runs the work in a transaction of its own, and again where the database gave that up: see {@link Transactions}. Work that
     * changes no record takes no revision number.
     */
    public <T> Committed<T> write(Author author, Supplier<T> work) {
        return write(author, work, committed -> {
        });
    }

    /** @param last told, within the transaction, what is about to be committed; it writes no records any more */
    @Timed(value = "offshelf.writes", description = "Writes, with the wait for the lock on the revision")
    public <T> Committed<T> write(Author author, Supplier<T> work, Consumer<Committed<T>> last) {
        Write.requireNone();
        List<Begun<T>> begun = new ArrayList<>();
        Committed<T> committed = Transactions.repeat(() -> attempt(author, work, last, begun));
        MDC.put("revision", committed.revision()); // for whatever is logged from now on about who wrote
        return committed;
    }

    /** @param begun commits of earlier attempts, which may have happened; this one's is added */
    private <T> Committed<T> attempt(Author author, Supplier<T> work, Consumer<Committed<T>> last, List<Begun<T>> begun) {
        Commit commit = new Commit(latest);
        try {
            Committed<T> committed = Transactions.once(LONGEST_SECONDS, () -> {
                Counter counter = lockCounter();
                // Under the lock, or else rolled back by the cluster: what is not there now will never be.
                Optional<Committed<T>> before = begun.stream().filter(this::happened).map(Begun::committed).findFirst();
                if (before.isPresent()) {
                    return before.get();
                }
                try (Write write = Write.begin(counter.revision() + 1, author)) {
                    time.begin(counter.at());
                    T result = work.get();
                    record(write, false);
                    Counter end = counter;
                    if (write.isInLedger()) {
                        end = new Counter(write.revision(), time.end());
                        ledger.end(end.revision(), end.at());
                    }
                    Committed<T> whole = new Committed<>(result, end.revision());
                    last.accept(whole);
                    if (write.isInLedger()) {
                        begun.add(new Begun<>(whole, end.at()));
                    }
                    commit.begin(end.revision(), end.at());
                    return whole;
                } finally {
                    time.reset();
                }
            });
            commit.succeed();
            return committed;
        } finally {
            commit.end();
        }
    }

    /** No two revisions of one number are of the same microsecond. */
    private boolean happened(Begun<?> attempt) {
        return ledger.holds(attempt.committed().revision(), attempt.at());
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

    private record Counter(long revision, LocalDateTime at) {
    }

    private record Begun<T>(Committed<T> committed, LocalDateTime at) {
    }
}
