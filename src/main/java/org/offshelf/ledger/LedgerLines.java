package org.offshelf.ledger;

import java.sql.PreparedStatement;
import java.time.LocalDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** Writes the lines of a revision. They may come in several parts, before it is known when the revision was made. */
@ApplicationScoped
class LedgerLines {

    /**
     * Lines that fit into 128 kB, mostly. For a packet of more the driver takes a megabyte, which in a small heap is an object
     * so large that the collector begins to mark all others.
     */
    private static final int BATCH = 100;

    private final Session session;

    LedgerLines(Session session) {
        this.session = session;
    }

    /** Begins a revision. Its instant is that of {@link #end}; nobody sees the one it has until then. */
    void begin(long revision, Author author) {
        session.createNativeMutationQuery("insert into revision (revision, at, actor, actor_role, cause, reason, audit_id)"
                + " values (?1, sysdate(6), ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, revision).setParameter(2, author.actor()).setParameter(3, author.role())
                .setParameter(4, author.cause().code()).setParameter(5, author.reason())
                .setParameter(6, author.audit(), Long.class).executeUpdate();
    }

    void add(long revision, List<Change> changes) {
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into revision_change (revision, seq, record_type, record_id, op, fields) values (?, ?, ?, ?, ?, ?)")) {
                int waiting = 0;
                for (Change change : changes) {
                    insert.setLong(1, revision);
                    insert.setInt(2, change.seq());
                    insert.setString(3, change.type());
                    insert.setString(4, change.id());
                    insert.setString(5, change.op().code());
                    insert.setString(6, change.fields());
                    insert.addBatch();
                    if (++waiting % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        });
    }

    /** @param at after the last of its changes */
    void end(long revision, LocalDateTime at) {
        session.createNativeMutationQuery("update revision_counter c join revision r on r.revision = ?1"
                + " set c.revision = r.revision, c.at = ?2, r.at = ?2 where c.id = 1")
                .setParameter(1, revision).setParameter(2, at).executeUpdate();
    }

    /** Whether the revision of that instant is there. */
    boolean holds(long revision, LocalDateTime at) {
        return !session.createNativeQuery("select 1 from revision where revision = ?1 and at = ?2", Object.class)
                .setParameter(1, revision).setParameter(2, at).getResultList().isEmpty();
    }
}
