package org.offshelf.importing.intake;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.hibernate.Session;
import org.offshelf.database.Transactions;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Says how many imports there are, by state: of all instances, so that each says the same. */
@Startup
@Singleton
class ImportMeters {

    private final Session session;
    private volatile Map<String, Long> counts;

    ImportMeters(Session session, MeterRegistry meters) {
        this.session = session;
        for (ImportState state : ImportState.values()) {
            Gauge.builder("offshelf.imports", () -> counts == null ? null : counts.getOrDefault(state.code(), 0L))
                    .description("Imports that are kept").tag("state", state.code()).register(meters);
        }
    }

    @Scheduled(every = "{offshelf.meters.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        counts = Transactions.call(() -> session.createNativeQuery(
                "select state, count(*) from import_job group by state", Object[].class).getResultList()).stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }
}
