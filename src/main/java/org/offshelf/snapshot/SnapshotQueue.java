package org.offshelf.snapshot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.database.Transactions;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Coded;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Hands out snapshots to be written, one at a time for all instances. The database's clock judges leases, so that instances
 * need not agree on the time.
 */
@ApplicationScoped
class SnapshotQueue {

    /** One that ended as many instances is not begun again. */
    private static final int MOST_ATTEMPTS = 3;
    private static final Problem INTERRUPTED = Problem.of(ProblemType.INTERNAL,
            "The snapshot was begun several times and interrupted each time.");

    private final Session session;
    private final SnapshotConfig config;
    private final String instance = UUID.randomUUID().toString();

    SnapshotQueue(Session session, SnapshotConfig config) {
        this.session = session;
        this.config = config;
    }

    long currentRevision() {
        return Transactions.call(this::revision);
    }

    /**
     * Asks for the current revision. What was refused or failed is tried again.
     *
     * @param override null if there is nothing to say
     * @return the revision
     */
    long request(String override) {
        return Transactions.call(() -> {
            long revision = revision();
            session.createNativeMutationQuery(
                    "insert into snapshot_request (revision, state, requested, override_reason, attempts)"
                            + " values (?1, 'queued', sysdate(6), ?2, 0) on duplicate key update"
                            + " attempts = if(state in ('queued', 'writing'), attempts, 0),"
                            + " problem = if(state in ('queued', 'writing'), problem, null),"
                            + " state = if(state = 'writing', state, 'queued'),"
                            + " override_reason = coalesce(values(override_reason), override_reason)")
                    .setParameter(1, revision).setParameter(2, override, String.class).executeUpdate();
            return revision;
        });
    }

    private long revision() {
        return ((Number) session.createNativeQuery("select revision from revision_counter where id = 1", Object.class)
                .getSingleResult()).longValue();
    }

    Optional<SnapshotRequest> find(long revision) {
        return select("where revision = " + revision).stream().findFirst();
    }

    /** What was asked for since the snapshot of a revision, the latest first. */
    List<SnapshotRequest> after(long revision) {
        return select("where revision > " + revision + " and state <> 'written' order by revision desc limit 100");
    }

    private List<SnapshotRequest> select(String condition) {
        return Transactions.call(() -> session.createNativeQuery(
                "select revision, state, requested, override_reason, problem from snapshot_request " + condition,
                Object[].class).getResultList().stream().map(SnapshotQueue::request).toList());
    }

    private static SnapshotRequest request(Object[] row) {
        try {
            return new SnapshotRequest(((Number) row[0]).longValue(), Coded.of(RequestState.class, (String) row[1]),
                    utc(row[2]), (String) row[3],
                    row[4] == null ? null : SnapshotJson.MAPPER.readValue(row[4].toString(), Problem.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next one to be written here; empty if there is none, or one is being written. */
    Optional<SnapshotRequest> claim() {
        return Transactions.call(() -> {
            giveUp();
            List<Object[]> open = session.createNativeQuery("select revision, state = 'writing' and lease_until >= sysdate(6)"
                    + " from snapshot_request where state in ('queued', 'writing') order by revision for update",
                    Object[].class)
                    .getResultList();
            if (open.isEmpty() || open.stream().anyMatch(row -> ((Number) row[1]).intValue() == 1)) {
                return Optional.<Long> empty();
            }
            long revision = ((Number) open.get(0)[0]).longValue();
            session.createNativeMutationQuery("update snapshot_request set state = 'writing', claimed_by = ?2, lease_until = "
                    + lease() + ", attempts = attempts + 1 where revision = ?1").setParameter(1, revision)
                    .setParameter(2, instance).executeUpdate();
            return Optional.of(revision);
        }).flatMap(this::find);
    }

    private void giveUp() {
        session.createNativeMutationQuery("update snapshot_request set state = 'failed', claimed_by = null, problem = ?1,"
                + " finished = sysdate(6) where state in ('queued', 'writing') and attempts >= " + MOST_ATTEMPTS
                + " and (lease_until is null or lease_until < sysdate(6))")
                .setParameter(1, SnapshotJson.text(INTERRUPTED)).executeUpdate();
    }

    /**
     * Says that this instance is alive and goes on.
     *
     * @throws ClaimLost if another one has taken it over
     */
    void confirm(long revision) {
        int confirmed = Transactions.call(() -> session.createNativeMutationQuery(
                "update snapshot_request set lease_until = " + lease()
                        + " where revision = ?1 and claimed_by = ?2 and state = 'writing'")
                .setParameter(1, revision).setParameter(2, instance).executeUpdate());
        if (confirmed != 1) {
            throw new ClaimLost(revision);
        }
    }

    /** @param problem null where it is written */
    void finish(long revision, RequestState state, Problem problem) {
        Transactions.run(() -> session.createNativeMutationQuery("update snapshot_request set state = ?3,"
                + " claimed_by = null, finished = sysdate(6), problem = ?4 where revision = ?1 and claimed_by = ?2")
                .setParameter(1, revision).setParameter(2, instance).setParameter(3, state.code())
                .setParameter(4, problem == null ? null : SnapshotJson.text(problem), String.class).executeUpdate());
    }

    /** Gives it back, as when this instance is about to end. */
    void release(long revision) {
        Transactions.run(() -> session.createNativeMutationQuery("update snapshot_request set"
                + " state = 'queued', claimed_by = null, attempts = attempts - 1 where revision = ?1 and claimed_by = ?2"
                + " and state = 'writing'").setParameter(1, revision).setParameter(2, instance).executeUpdate());
    }

    private String lease() {
        return "sysdate(6) + interval " + config.lease().toSeconds() + " second";
    }

    private static Instant utc(Object at) {
        return ((LocalDateTime) at).toInstant(ZoneOffset.UTC);
    }

    /** Another instance has taken it over. */
    static final class ClaimLost extends RuntimeException {
        ClaimLost(long revision) {
            super("The claim on the snapshot of revision " + revision + " is lost");
        }
    }
}
