package org.offshelf.webhook;

import java.util.function.ToDoubleFunction;

import jakarta.inject.Singleton;

import org.hibernate.Session;
import org.offshelf.database.Transactions;
import org.offshelf.ledger.Position;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Says how the webhooks are, and what lies before them: of all instances, so that each says the same. */
@Startup
@Singleton
class WebhookMeters {

    private static final String NEXT = "w.position_revision + (w.position_seq >= " + Position.END + ")";

    private final Session session;
    private final MeterRegistry meters;
    private volatile Counts counts;

    WebhookMeters(Session session, MeterRegistry meters) {
        this.session = session;
        this.meters = meters;
        webhooks("active", Counts::active);
        webhooks("failing", Counts::failing);
        webhooks("disabled", Counts::disabled);
        gauge("offshelf.webhooks.pending", "Webhooks that have not been told of all revisions", Counts::pending)
                .register(meters);
        gauge("offshelf.webhooks.lag", "Since when the oldest revision waits that one of them has not been told of",
                Counts::lag).baseUnit("seconds").register(meters);
    }

    private void webhooks(String state, ToDoubleFunction<Counts> count) {
        gauge("offshelf.webhooks", "Webhooks; failing are those whose last delivery failed and is tried again", count)
                .tag("state", state).register(meters);
    }

    private Gauge.Builder<?> gauge(String name, String description, ToDoubleFunction<Counts> value) {
        return Gauge.builder(name, () -> counts == null ? null : value.applyAsDouble(counts)).description(description);
    }

    @Scheduled(every = "{offshelf.meters.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        Object[] row = Transactions.call(() -> session.createNativeQuery(
                "select count(if(w.state = 'active' and w.failing_since is null, 1, null)),"
                        + " count(if(w.state = 'active' and w.failing_since is not null, 1, null)),"
                        + " count(if(w.state = 'disabled', 1, null)), count(r.revision),"
                        + " coalesce(max(timestampdiff(microsecond, r.at, sysdate(6))), 0) / 1e6 from webhook w"
                        + " left join revision r on w.state = 'active' and r.revision = " + NEXT,
                Object[].class).getSingleResult());
        counts = new Counts(number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private record Counts(double active, double failing, double disabled, double pending, double lag) {
    }
}
