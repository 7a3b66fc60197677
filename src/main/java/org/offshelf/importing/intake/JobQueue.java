package org.offshelf.importing.intake;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.database.Transactions;
import org.offshelf.http.Problem;

/**
 * Hands out imports that wait, each to one instance at a time. The database's clock judges leases, so that instances need not
 * agree on the time. Whoever has lost its claim can no longer change the import.
 */
@ApplicationScoped
class JobQueue {

    /** An import that ended as many instances is not begun again. */
    private static final int MOST_ATTEMPTS = 3;

    private final Session session;
    private final IntakeJson json;
    private final IntakeConfig config;
    private final String instance = UUID.randomUUID().toString();

    JobQueue(Session session, IntakeJson json, IntakeConfig config) {
        this.session = session;
        this.json = json;
        this.config = config;
    }

    /** By what its claims are known. */
    String instance() {
        return instance;
    }

    /** The next one, also one whose instance has died; empty if there is none. */
    Optional<String> claim() {
        return Transactions.call(() -> {
            Optional<String> next = session.createNativeQuery("select id from import_job join import_progress on import_id = id"
                    + " where (state = 'queued' or state in ('reading', 'applying') and lease_until < sysdate(6)) and attempts < "
                    + MOST_ATTEMPTS + " order by created, id limit 1 for update skip locked", String.class).getResultList()
                    .stream().findFirst();
            next.ifPresent(id -> {
                session.createNativeMutationQuery("update import_job set state = 'reading', claimed_by = ?2,"
                        + " attempts = attempts + 1, problem = null where id = ?1").setParameter(1, id)
                        .setParameter(2, instance).executeUpdate();
                session.createNativeMutationQuery("update import_progress set lease_until = " + lease() + ", rows_read = 0,"
                        + " classified = 0, resolved = 0, applied = 0 where import_id = ?1").setParameter(1, id)
                        .executeUpdate();
            });
            return next;
        });
    }

    /** Ends those that were begun too often, for what ends instances should not end them all. */
    void giveUp(Problem why) {
        Transactions.run(() -> session.createNativeMutationQuery("update import_job join import_progress on"
                + " import_id = id set state = 'failed', claimed_by = null, finished = sysdate(6), problem = ?1 where state in"
                + " ('reading', 'applying', 'queued') and attempts >= " + MOST_ATTEMPTS
                + " and lease_until < sysdate(6)")
                .setParameter(1, json.write(why)).executeUpdate());
    }

    /** Says that this instance is alive and goes on with it. */
    void heartbeat(String id) {
        Transactions.run(() -> session.createNativeMutationQuery("update import_progress set lease_until = " + lease()
                + " where import_id = ?1 and exists (select * from import_job where id = ?1 and claimed_by = ?2)")
                .setParameter(1, id).setParameter(2, instance).executeUpdate());
    }

    void progress(String id, ImportProgress progress) {
        Transactions.run(() -> session.createNativeMutationQuery("update import_progress set lease_until = "
                + lease()
                + ", total = ?2, rows_read = ?3, classified = ?4, resolved = ?5, applied = ?6 where import_id = ?1"
                + " and exists (select * from import_job where id = ?1 and claimed_by = ?7)")
                .setParameter(1, id).setParameter(2, progress.total()).setParameter(3, progress.rowsRead())
                .setParameter(4, progress.classified()).setParameter(5, progress.resolved())
                .setParameter(6, progress.applied()).setParameter(7, instance).executeUpdate());
    }

    /** What was read is about to be written. */
    void applying(String id) {
        Transactions.run(() -> session.createNativeMutationQuery(
                "update import_job set state = 'applying' where id = ?1 and claimed_by = ?2").setParameter(1, id)
                .setParameter(2, instance).executeUpdate());
    }

    /** Gives it back as it was before the claim, as when this instance is about to end. */
    void release(String id) {
        Transactions.run(() -> session.createNativeMutationQuery("update import_job set state = 'queued',"
                + " claimed_by = null, attempts = attempts - 1 where id = ?1 and claimed_by = ?2"
                + " and state in ('reading', 'applying')").setParameter(1, id).setParameter(2, instance).executeUpdate());
    }

    /** Ends it, in the transaction under way; whoever has lost the claim may not commit what it did. */
    void finish(String id, ImportState state, ImportResult result) {
        int finished = session.createNativeMutationQuery("update import_job set state = ?3, claimed_by = null,"
                + " finished = sysdate(6), report = coalesce(?4, report), problem = ?5,"
                + " notice_id = coalesce(?6, notice_id), revision = coalesce(?7, revision) where id = ?1 and claimed_by = ?2")
                .setParameter(1, id).setParameter(2, instance)
                .setParameter(3, state.code())
                .setParameter(4, result.report() == null ? null : json.write(result.report()), String.class)
                .setParameter(5, result.problem() == null ? null : json.write(result.problem()), String.class)
                .setParameter(6, result.notice(), String.class).setParameter(7, result.revision(), Long.class)
                .executeUpdate();
        if (finished != 1) {
            throw new ClaimLost(id);
        }
    }

    void finishAlone(String id, ImportState state, ImportResult result) {
        Transactions.run(() -> finish(id, state, result));
    }

    private String lease() {
        return "sysdate(6) + interval " + config.lease().toSeconds() + " second";
    }

    /** Another instance has taken the import over; what this one did is undone. */
    static final class ClaimLost extends RuntimeException {
        ClaimLost(String id) {
            super("The claim on " + id + " is lost");
        }
    }
}
