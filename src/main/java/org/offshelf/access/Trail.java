package org.offshelf.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.database.Transactions;

/**
 * The audit trail. A line is committed before the work it is about begins, and each revision names the line it goes back to, in
 * its own transaction: so no write is without one, however an instance ends.
 */
@ApplicationScoped
class Trail {

    private static final Duration FAMILIAR = Duration.ofDays(30);

    private final Session session;
    private final Clock clock;

    Trail(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** @return the number of the line */
    long begin(AuditLine line) {
        line.at = now();
        Transactions.run(() -> {
            line.id = null; // of an attempt that was rolled back
            session.persist(line);
        });
        return line.id;
    }

    void end(long line, int status) {
        Transactions.run(() -> session.createMutationQuery("update AuditLine set status = ?1 where id = ?2")
                .setParameter(1, (short) status).setParameter(2, line).executeUpdate());
    }

    /** Whether the account wrote from there within the last thirty days. */
    boolean knows(String account, String address) {
        return Transactions.call(() -> !session
                .createSelectionQuery("select id from AuditLine where account = ?1 and address = ?2 and at > ?3", Long.class)
                .setParameter(1, account).setParameter(2, address).setParameter(3, now().minus(FAMILIAR)).setMaxResults(1)
                .getResultList().isEmpty());
    }

    /** Newest first, with one more than the page holds if there are more. */
    List<AuditEntry> lines(AuditQuery query) {
        return Transactions.call(() -> {
            var select = session.createSelectionQuery("from AuditLine where id < :before"
                    + (query.account() == null ? "" : " and account = :account") + " order by id desc", AuditLine.class)
                    .setParameter("before", query.before()).setMaxResults(query.limit() + 1);
            if (query.account() != null) {
                select.setParameter("account", query.account());
            }
            List<AuditLine> lines = select.getResultList();
            Map<Long, List<Long>> revisions = revisions(lines);
            return lines.stream().map(line -> AuditEntry.of(line, revisions.getOrDefault(line.id, List.of()))).toList();
        });
    }

    private Map<Long, List<Long>> revisions(List<AuditLine> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        return session
                .createNativeQuery("select audit_id, revision from revision where audit_id in (?1) order by revision",
                        Object[].class)
                .setParameterList(1, lines.stream().map(line -> line.id).toList()).getResultList().stream()
                .collect(Collectors.groupingBy(row -> ((Number) row[0]).longValue(),
                        Collectors.mapping(row -> ((Number) row[1]).longValue(), Collectors.toList())));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
