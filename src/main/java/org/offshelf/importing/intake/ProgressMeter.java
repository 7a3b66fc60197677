package org.offshelf.importing.intake;

import java.util.concurrent.TimeUnit;

import io.quarkus.logging.Log;

/** Notes how far an import has come, not more often than anybody looks. */
final class ProgressMeter {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(300);

    private final JobQueue queue;
    private final String id;
    private final int total;
    private int resolved;
    private int applied;
    private long noted;

    ProgressMeter(JobQueue queue, String id, int total) {
        this.queue = queue;
        this.id = id;
        this.total = total;
        if (total > 0) {
            note();
        }
    }

    /** Rows are classified as they are resolved. */
    void resolved(int rows) {
        resolved = rows;
        noteSometimes();
    }

    void planned() {
        if (total > 0) {
            resolved = total;
            note();
        }
    }

    void applied(int rows) {
        resolved = total;
        applied = rows;
        noteSometimes();
    }

    void done() {
        resolved = total;
        applied = total;
        note();
    }

    private void noteSometimes() {
        if (total > 0 && System.nanoTime() - noted > INTERVAL) {
            note();
        }
    }

    private void note() {
        noted = System.nanoTime();
        try {
            queue.progress(id, new ImportProgress(total, total, resolved, resolved, applied));
        } catch (RuntimeException e) {
            // The import itself has not failed. Should the claim be lost meanwhile, its end is not written.
            Log.warnf("How far import %s is could not be noted: %s", id, e);
        }
    }
}
