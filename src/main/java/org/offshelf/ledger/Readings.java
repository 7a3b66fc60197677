package org.offshelf.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.offshelf.database.Transactions;

/**
 * The one way to read records for an answer: all queries of a reading see the same revision. The current one is held by the
 * transaction's snapshot, an earlier one by the database's history.
 */
@ApplicationScoped
public class Readings {

    /** Days in the registry are days where its regulators are. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Session session;
    private final LatestRevision latest;
    private final Clock clock;
    private final Duration longest;

    /** @param longest how long a single query may run; one that takes longer is ended and answered as too expensive */
    Readings(Session session, LatestRevision latest, Clock clock,
            @ConfigProperty(name = "offshelf.reading.longest-query", defaultValue = "15s") Duration longest) {
        this.session = session;
        this.latest = latest;
        this.clock = clock;
        this.longest = longest;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    public Instant now() {
        return clock.instant();
    }

    public <T> T current(Function<Reading, T> work) {
        return current(Transactions.USUAL_SECONDS, work);
    }

    /** @param seconds how long it may take as a whole, where nobody waits for it */
    public <T> T current(int seconds, Function<Reading, T> work) {
        return Transactions.call(seconds, () -> {
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
        return at(new Reading(revision, today), work);
    }

    /** Reads, perhaps again, what the reading says; empty if there is no such revision. */
    public <T> Optional<T> at(Reading reading, Function<Reading, T> work) {
        return Transactions.call(() -> {
            session.setDefaultReadOnly(true);
            if (reading.revision() == currentRevision()) {
                try (var limited = ReadingStatements.limited(longest)) {
                    return Optional.of(work.apply(reading));
                }
            }
            Optional<RevisionTime> time = time("where revision = ?1", reading.revision());
            if (time.isEmpty()) {
                return Optional.empty();
            }
            LocalDateTime instant = LocalDateTime.ofInstant(time.get().at(), ZoneOffset.UTC);
            try (var past = ReadingStatements.at(instant, longest)) {
                return Optional.of(work.apply(reading));
            }
        });
    }

    /** Empty if there is no such revision. */
    public Optional<RevisionTime> revision(long revision) {
        return Transactions.call(() -> time("where revision = ?1", revision));
    }

    /** The last revision that had been made at the instant; empty before the first. */
    public Optional<RevisionTime> lastAt(Instant instant) {
        return Transactions.call(() -> time("where at <= ?1 order by revision desc limit 1",
                LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
    }

    /** Empty as long as nothing has been written. */
    public Optional<RevisionTime> first() {
        return revision(1);
    }

    /** The last revision there is; within a write, the one before it. */
    public long currentRevision() {
        long revision = ((Number) session.createNativeQuery("select revision from revision_counter where id = 1", Object.class)
                .getSingleResult()).longValue();
        latest.seen(revision);
        return revision;
    }

    private Optional<RevisionTime> time(String which, Object value) {
        return session.createNativeQuery("select revision, at from revision " + which, Object[].class).setParameter(1, value)
                .getResultList().stream()
                .map(row -> new RevisionTime(((Number) row[0]).longValue(), ((LocalDateTime) row[1]).toInstant(ZoneOffset.UTC)))
                .findFirst();
    }
}
