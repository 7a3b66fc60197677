package org.offshelf.snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.query.Licence;

/** The snapshots there are, and those that are asked for. */
@ApplicationScoped
class Snapshots {

    static final String LATEST = "latest";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final SnapshotFolder folder;
    private final SnapshotQueue queue;
    private final SnapshotWorker worker;
    private final SnapshotConfig config;
    private final Clock clock;

    Snapshots(SnapshotFolder folder, SnapshotQueue queue, SnapshotWorker worker, SnapshotConfig config, Clock clock) {
        this.folder = folder;
        this.queue = queue;
        this.worker = worker;
        this.config = config;
        this.clock = clock;
    }

    SnapshotList list(SnapshotQuery query, String self) {
        List<Long> all = folder.revisions();
        List<Long> page = all.stream().filter(revision -> revision < query.before()).limit(query.limit() + 1L).toList();
        boolean isLast = page.size() <= query.limit();
        List<SnapshotList.Entry> entries = page.stream().limit(query.limit()).map(folder::find).flatMap(Optional::stream)
                .map(published -> SnapshotList.Entry.of(published.manifest())).toList();
        long last = isLast ? 0 : page.get(query.limit() - 1);
        return new SnapshotList(
                new SnapshotList.Meta(all.size(), query.limit(), isLast ? null : Long.toString(last), Licence.NAME), entries,
                queue.after(all.stream().findFirst().orElse(0L)),
                new SnapshotList.Links(self, isLast ? null : query.after(last),
                        SnapshotPaths.ALL + '/' + LATEST, SnapshotPaths.DCAT, SnapshotPaths.DATASET));
    }

    /** @param revision as in the path, or {@code latest} */
    SnapshotFolder.Published get(String revision) {
        if (revision.equals(LATEST)) {
            return latest();
        }
        return number(revision).flatMap(folder::find).orElseThrow(() -> unknown(revision));
    }

    SnapshotFolder.Published latest() {
        return folder.latest().orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND,
                "No snapshot has been written yet. One is every day, and when a curator asks for it."));
    }

    List<Long> revisions() {
        return folder.revisions();
    }

    private static Optional<Long> number(String text) {
        return text.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private ProblemException unknown(String revision) {
        Optional<SnapshotRequest> request = number(revision).flatMap(queue::find).filter(one -> one.state().isUnderWay());
        if (request.isPresent()) {
            return ProblemException.of(ProblemType.NOT_FOUND, "The snapshot of revision " + revision + " is being written.")
                    .withHeader("Retry-After", "5");
        }
        String some = folder.revisions().stream().limit(5).map(String::valueOf).collect(Collectors.joining(", "));
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no snapshot of revision `" + revision + "`. "
                + (some.isEmpty() ? "None has been written yet." : "The latest are those of " + some + "; see /v1/snapshots."));
    }

    /**
     * Has the current revision written, and waits for it a while.
     *
     * @param override why it may be published even if much is gone; null if nothing is to be said
     * @return what became of it, with the revision it shows
     */
    Outcome write(String override) {
        long current = queue.currentRevision();
        if (folder.find(current).isPresent()) {
            return new Outcome(current, RequestState.WRITTEN, false, null);
        }
        long revision = queue.request(override);
        worker.wake();
        Instant deadline = clock.instant().plus(config.answerWithin());
        SnapshotRequest request = queue.find(revision).orElseThrow();
        while (request.state().isUnderWay() && clock.instant().isBefore(deadline)) {
            pause();
            request = queue.find(revision).orElseThrow();
        }
        return new Outcome(revision, request.state(), true, request);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param isNew whether it was not there before */
    record Outcome(long revision, RequestState state, boolean isNew, SnapshotRequest request) {
    }
}
