package org.offshelf.importing.intake;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.database.Transactions;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Lets go of documents that were not applied: the old ones in time, and the oldest where there are too many. */
@ApplicationScoped
class Pruning {

    private static final String LOOSE = " state in ('planned', 'unchanged', 'refused', 'failed') ";

    private final Session session;
    private final IntakeConfig config;

    Pruning(Session session, IntakeConfig config) {
        this.session = session;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void old() {
        List<String> old = Transactions.call(() -> session.createNativeQuery("select id from import_job"
                + " where" + LOOSE + "and created < sysdate(6) - interval " + config.keptFor().toSeconds() + " second",
                String.class).getResultList());
        old.forEach(this::drop);
        if (!old.isEmpty()) {
            Log.infof("Let go of %d documents that were not applied", old.size());
        }
    }

    /** @param bytes of a document about to be kept */
    void makeRoom(long bytes) {
        List<Object[]> loose = Transactions.call(() -> session
                .createNativeQuery("select id, size from import_job where" + LOOSE + "order by created desc, id",
                        Object[].class)
                .getResultList());
        long room = config.keptBytes().asLongValue() - bytes;
        List<String> kept = new ArrayList<>();
        for (Object[] one : loose) {
            room -= ((Number) one[1]).longValue();
            if (room < 0 || kept.size() + 1 >= config.kept()) {
                drop((String) one[0]);
            } else {
                kept.add((String) one[0]);
            }
        }
    }

    private void drop(String id) {
        Transactions.run(600, () -> {
            int dropped = session.createNativeMutationQuery("delete from import_job where id = ?1 and" + LOOSE)
                    .setParameter(1, id).executeUpdate();
            for (String table : dropped == 0 ? List.<String> of()
                    : List.of("import_progress", "import_document", "import_row")) {
                session.createNativeMutationQuery("delete from " + table + " where import_id = ?1").setParameter(1, id)
                        .executeUpdate();
            }
        });
    }
}
