package org.offshelf.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.MDC;
import org.offshelf.database.DatabaseFailures;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemType;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Writes the snapshots that were asked for, one after the other, and asks for one when it is time. */
@ApplicationScoped
class SnapshotWorker {

    /** In place of a cron expression: never. */
    private static final String OFF = "off";
    private static final int LAST = Integer.MAX_VALUE;

    private final SnapshotQueue queue;
    private final SnapshotFolder folder;
    private final SnapshotRun run;
    private final boolean isScheduled;
    private final MeterRegistry meters;
    private final AtomicLong latest;
    private volatile double written = Double.NaN;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread one = new Thread(work, "snapshots");
        one.setDaemon(true);
        return one;
    });
    private volatile boolean isStarted;
    private volatile boolean isEnding;
    private volatile SnapshotRequest writing;

    SnapshotWorker(SnapshotQueue queue, SnapshotFolder folder, SnapshotRun run, SnapshotConfig config, MeterRegistry meters) {
        this.queue = queue;
        this.folder = folder;
        this.run = run;
        this.isScheduled = !config.cron().equals(OFF);
        this.meters = meters;
        this.latest = meters.gauge("offshelf.snapshots.latest.revision", new AtomicLong());
        Gauge.builder("offshelf.snapshots.latest.written", this, self -> self.written).baseUnit("seconds")
                .description("When the latest snapshot was written, in Unix time").register(meters);
        for (RequestState outcome : List.of(RequestState.WRITTEN, RequestState.REFUSED, RequestState.FAILED)) {
            ended(outcome);
        }
    }

    /** After all others, so that the first snapshot does not show a data set that is still being loaded. */
    void started(@Observes @Priority(LAST) StartupEvent event) {
        isStarted = true;
    }

    /** There may be something to do. */
    void wake() {
        if (!isEnding) {
            thread.execute(this::work);
        }
    }

    @Scheduled(cron = "{offshelf.snapshots.cron}", timeZone = "Asia/Shanghai", concurrentExecution = ConcurrentExecution.SKIP)
    void daily() {
        if (folder.find(queue.currentRevision()).isEmpty()) {
            queue.request(null);
            wake();
        }
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        if (!isStarted) {
            return;
        }
        SnapshotRequest here = writing;
        if (here != null) {
            confirm(here);
        }
        Optional<Manifest> newest = folder.latest().map(published -> published.manifest());
        latest.set(newest.map(Manifest::revision).orElse(0L));
        written = newest.map(manifest -> (double) manifest.written().getEpochSecond()).orElse(Double.NaN);
        if (isScheduled && latest.get() == 0 && queue.currentRevision() > 0 && queue.after(0).isEmpty()) {
            // Nobody waits a day for the first one.
            daily();
        }
        wake();
    }

    /** A large file takes longer than a lease. Whether the claim is lost, the work hears with its next step. */
    private void confirm(SnapshotRequest request) {
        try {
            queue.confirm(request.revision());
        } catch (SnapshotQueue.ClaimLost lost) {
            Log.debug(lost.getMessage());
        }
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        isEnding = true;
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void work() {
        for (Optional<SnapshotRequest> next = next(); next.isPresent(); next = next()) {
            one(next.get());
        }
    }

    private Optional<SnapshotRequest> next() {
        return isEnding ? Optional.empty() : queue.claim();
    }

    private void one(SnapshotRequest request) {
        var context = Arc.container().requestContext();
        context.activate();
        writing = request;
        MDC.put("snapshot", request.revision());
        try {
            run.run(request, step -> {
                Log.debugf("Snapshot of revision %d: %s", request.revision(), step);
                queue.confirm(request.revision());
            });
            finish(request, RequestState.WRITTEN, null);
        } catch (SnapshotQueue.ClaimLost lost) {
            Log.warn(lost.getMessage());
        } catch (Guard.Refused refused) {
            Log.errorf("Snapshot of revision %d refused: %s", request.revision(), refused.getMessage());
            finish(request, RequestState.REFUSED, refused.problem());
        } catch (RuntimeException | Error failure) {
            failed(request, failure);
        } finally {
            writing = null;
            MDC.clear();
            context.terminate();
        }
    }

    private void failed(SnapshotRequest request, Throwable failure) {
        try {
            if (isEnding) {
                queue.release(request.revision());
                return;
            }
            if (DatabaseFailures.passes(failure)) {
                Log.warnf("The snapshot of revision %d broke off and is begun again when its lease has run out: %s",
                        request.revision(), failure);
                return;
            }
            Log.errorf(failure, "The snapshot of revision %d failed", request.revision());
            finish(request, RequestState.FAILED, Problem.of(ProblemType.INTERNAL,
                    "The snapshot of revision " + request.revision() + " could not be written; the log says why."));
        } catch (RuntimeException alsoFailed) {
            // Its lease runs out, and it is begun again
            Log.warnf(alsoFailed, "The snapshot of revision %d could not be ended", request.revision());
        }
    }

    private void finish(SnapshotRequest request, RequestState state, Problem problem) {
        queue.finish(request.revision(), state, problem);
        ended(state).increment();
    }

    private Counter ended(RequestState outcome) {
        return meters.counter("offshelf.snapshots", "outcome", outcome.code());
    }
}
