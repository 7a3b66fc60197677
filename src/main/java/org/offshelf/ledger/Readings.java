package org.offshelf.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The one way to read records for an answer: all queries of a reading see the same revision. The current one is held by the
 * transaction's snapshot, an earlier one by the database's history.
 */
@ApplicationScoped
public class Readings {

    /** Days in the registry are days where its regulators are. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Session session;
    private final Clock clock;
    private final Duration longest;

    /** @param longest how long a single query may run; one that takes longer is ended and answered as too expensive */
    Readings(Session session, Clock clock,
            @ConfigProperty(name = "offshelf.reading.longest-query", defaultValue = "15s") Duration longest) {
        this.session = session;
        this.clock = clock;
        this.longest = longest;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    public <T> T current(Function<Reading, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            session.setDefaultReadOnly(true);
            try (var limited = ReadingStatements.limited(longest)) {
                return work.apply(new Reading(currentRevision(), today()));
            }
        });
    }

    /**
     * Reads as the registry stood at the revision, with deadlines judged on the given day; empty if there is no such revision.
     */
    public <T> Optional<T> at(long revision, LocalDate today, Function<Reading, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            session.setDefaultReadOnly(true);
            Reading reading = new Reading(revision, today);
            if (revision == currentRevision()) {
                try (var limited = ReadingStatements.limited(longest)) {
                    return Optional.of(work.apply(reading));
                }
            }
            Optional<LocalDateTime> instant = instantOf(revision);
            if (instant.isEmpty()) {
                return Optional.empty();
            }
            try (var past = ReadingStatements.at(instant.get(), longest)) {
                return Optional.of(work.apply(reading));
            }
        });
    }

    /** The last revision there is; within a write, the one before it. */
    public long currentRevision() {
        return ((Number) session.createNativeQuery("select revision from revision_counter where id = 1", Object.class)
                .getSingleResult()).longValue();
    }

    private Optional<LocalDateTime> instantOf(long revision) {
        return session.createNativeQuery("select at from revision where revision = ?1", Object.class)
                .setParameter(1, revision).getResultList().stream().map(LocalDateTime.class::cast).findFirst();
    }
}
