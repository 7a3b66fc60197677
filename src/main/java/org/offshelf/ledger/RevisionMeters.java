package org.offshelf.ledger;

import java.time.ZoneOffset;
import java.util.function.ToDoubleFunction;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Says which revision this instance takes for the last, and for how long it has not looked; also where nobody asks. */
@Startup
@Singleton
class RevisionMeters {

    private static final double NANOS = 1e9;

    private final LatestRevision latest;

    RevisionMeters(LatestRevision latest, MeterRegistry meters) {
        this.latest = latest;
        gauge("offshelf.revision", "The last revision this instance knows", LatestRevision.Known::revision)
                .register(meters);
        gauge("offshelf.revision.at", "When it was made, in Unix time", known -> known.at().toEpochSecond(ZoneOffset.UTC))
                .baseUnit("seconds").register(meters);
        gauge("offshelf.revision.look.age", "Since when it is known to be the last",
                known -> (System.nanoTime() - known.since()) / NANOS).baseUnit("seconds").register(meters);
    }

    @Scheduled(every = "{offshelf.meters.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        latest.soon();
    }

    private Gauge.Builder<LatestRevision> gauge(String name, String description,
            ToDoubleFunction<LatestRevision.Known> value) {
        return Gauge.builder(name, latest, all -> {
            LatestRevision.Known known = all.last();
            return known == null ? Double.NaN : value.applyAsDouble(known);
        }).description(description);
    }
}
