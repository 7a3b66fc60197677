package org.offshelf.ledger;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.hibernate.Session;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The one way to write records. A write is one transaction and one revision: it takes the lock on the counter first, so
 * revisions are gap-free and in commit order, and it writes its changes to the ledger before it commits.
 */
@ApplicationScoped
public class Revisions {

    private static final int BATCH = 500;
    private static final Duration LONGEST_WAIT_FOR_CLOCK = Duration.ofSeconds(10);

    private final Session session;
    private final Attributes attributes;
    private final Instance<WriteListener> listeners;

    Revisions(Session session, Attributes attributes, @Any Instance<WriteListener> listeners) {
        this.session = session;
        this.attributes = attributes;
        this.listeners = listeners;
    }

    /** Runs the work in a transaction of its own. Work that changes no record takes no revision number. */
    public <T> Committed<T> write(Author author, Supplier<T> work) {
        return write(author, work, committed -> {
        });
    }

    /** @param last told, within the transaction, what is about to be committed; it writes no records any more */
    public <T> Committed<T> write(Author author, Supplier<T> work, Consumer<Committed<T>> last) {
        Write.requireNone();
        return QuarkusTransaction.requiringNew().timeout(3600).call(() -> {
            Counter counter = lockCounter();
            awaitClockAfter(counter.at());
            try (Write write = Write.begin(counter.revision() + 1)) {
                T result = work.get();
                session.flush();
                List<Change> changes = write.changes(attributes);
                boolean isRevision = !changes.isEmpty();
                if (isRevision) {
                    tell(changes);
                    note(write.revision(), author, changes);
                }
                Committed<T> committed = new Committed<>(result, isRevision ? write.revision() : counter.revision());
                last.accept(committed);
                return committed;
            }
        });
    }

    private void tell(List<Change> changes) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        changes.forEach(change -> ids.computeIfAbsent(change.type(), type -> new LinkedHashSet<>()).add(change.id()));
        listeners.forEach(listener -> listener.written(ids));
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

    private void note(long revision, Author author, List<Change> changes) {
        LocalDateTime at = databaseTime();
        session.createNativeMutationQuery(
                "insert into revision (revision, at, actor, actor_role, cause, reason) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, revision).setParameter(2, at).setParameter(3, author.actor())
                .setParameter(4, author.role()).setParameter(5, author.cause().code()).setParameter(6, author.reason())
                .executeUpdate();
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into revision_change (revision, seq, record_type, record_id, op, fields) values (?, ?, ?, ?, ?, ?)")) {
                for (Change change : changes) {
                    insert.setLong(1, revision);
                    insert.setInt(2, change.seq());
                    insert.setString(3, change.type());
                    insert.setString(4, change.id());
                    insert.setString(5, change.op().code());
                    insert.setString(6, change.fields().toString());
                    insert.addBatch();
                    if (change.seq() % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        });
        session.createNativeMutationQuery("update revision_counter set revision = ?1, at = ?2 where id = 1")
                .setParameter(1, revision).setParameter(2, at).executeUpdate();
    }

    private record Counter(long revision, LocalDateTime at) {
    }
}
