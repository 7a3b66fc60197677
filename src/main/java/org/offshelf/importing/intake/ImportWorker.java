package org.offshelf.importing.intake;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.MDC;
import org.offshelf.database.DatabaseFailures;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemType;

import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Does imports, one at a time on each instance, so that they take memory once and leave the other processors to those who
 * ask. Those left behind by an instance that died are found by looking from time to time.
 */
@ApplicationScoped
class ImportWorker {

    private static final Problem INTERRUPTED = Problem.of(ProblemType.INTERNAL,
            "The import was begun several times and interrupted each time. Nothing was changed.");

    private final ImportStore store;
    private final JobQueue queue;
    private final ImportRun run;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread one = new Thread(work, "imports");
        one.setDaemon(true);
        return one;
    });
    private volatile boolean isEnding;
    private volatile String running;

    ImportWorker(ImportStore store, JobQueue queue, ImportRun run) {
        this.store = store;
        this.queue = queue;
        this.run = run;
    }

    /** There may be something to do. */
    void wake() {
        if (!isEnding) {
            thread.execute(this::work);
        }
    }

    @Scheduled(every = "4s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        String here = running;
        if (here != null) {
            queue.heartbeat(here);
        }
        queue.giveUp(INTERRUPTED);
        wake();
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        isEnding = true;
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void work() {
        for (Optional<String> id = next(); id.isPresent(); id = next()) {
            one(id.get());
        }
    }

    private Optional<String> next() {
        return isEnding ? Optional.empty() : queue.claim();
    }

    private void one(String id) {
        var context = Arc.container().requestContext();
        context.activate();
        running = id;
        MDC.put("import", id);
        try {
            run.run(store.find(id).orElseThrow());
        } catch (JobQueue.ClaimLost lost) {
            Log.warn(lost.getMessage());
        } catch (RuntimeException | Error failure) {
            failed(id, failure);
        } finally {
            running = null;
            MDC.clear();
            context.terminate();
        }
    }

    private void failed(String id, Throwable failure) {
        try {
            if (isEnding || DatabaseFailures.isRolledBack(failure)) {
                // Not one of its attempts: it has only waited, as for another import that is being written
                queue.release(id);
                return;
            }
            if (DatabaseFailures.passes(failure)) {
                Log.warnf("The import %s broke off and is begun again when its lease has run out: %s", id, failure);
                return;
            }
            Log.errorf(failure, "The import %s failed", id);
            queue.finishAlone(id, ImportState.FAILED, ImportResult.of(Problem.of(ProblemType.INTERNAL,
                    "This is a fault of ours; nothing was changed. If you report it, please quote " + id + ".")));
        } catch (RuntimeException alsoFailed) {
            // Its lease runs out, and it is begun again
            Log.warnf(alsoFailed, "The import %s could not be ended", id);
        }
    }
}
