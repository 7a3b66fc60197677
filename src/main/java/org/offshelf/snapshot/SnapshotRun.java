package org.offshelf.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.ledger.Readings;
import org.offshelf.ledger.RevisionTime;

import io.quarkus.logging.Log;

/** Writes one snapshot from beginning to end: first where nobody sees it, then for all to see. */
@ApplicationScoped
class SnapshotRun {

    private final Readings readings;
    private final SnapshotFolder folder;
    private final SnapshotWriter writer;
    private final SnapshotConfig config;

    SnapshotRun(Readings readings, SnapshotFolder folder, SnapshotWriter writer, SnapshotConfig config) {
        this.readings = readings;
        this.folder = folder;
        this.writer = writer;
        this.config = config;
    }

    /**
     * @param step told what is about to be done; what it throws ends the work, and leaves the snapshots as they are
     * @throws Guard.Refused if too much is gone
     */
    void run(SnapshotRequest request, Consumer<String> step) {
        long revision = request.revision();
        try {
            Path written = folder.begin(revision);
            Optional<SnapshotFolder.Published> previous = folder.latest();
            if (previous.isPresent()) {
                requireOwn(previous.get().manifest());
                if (previous.get().manifest().revision() >= revision) {
                    SnapshotFolder.delete(written);
                    return;
                }
            }
            Instant at = readings.revision(revision).orElseThrow().at();
            try {
                writer.write(new Order(revision, at, request.override()), previous, written, step);
                step.accept("its place");
                folder.publish(written, revision);
            } catch (IOException | RuntimeException e) {
                SnapshotFolder.delete(written);
                throw e;
            }
            Log.infof("Wrote the snapshot of revision %d", revision);
            if (config.kept().isPresent()) {
                folder.keep(config.kept().getAsInt());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A revision is the same wherever it is seen; another instant means another registry. */
    private void requireOwn(Manifest latest) {
        if (!readings.revision(latest.revision()).map(RevisionTime::at).equals(Optional.of(latest.at()))) {
            throw new IllegalStateException("The folder holds a snapshot of revision " + latest.revision() + " made at "
                    + latest.at() + ", which this registry never was: the folder belongs to another one, or the database"
                    + " was put back. Give the snapshots another folder.");
        }
    }
}
