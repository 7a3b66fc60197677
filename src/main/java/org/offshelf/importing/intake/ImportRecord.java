package org.offshelf.importing.intake;

import java.time.Instant;
import java.util.List;

import org.offshelf.http.Problem;
import org.offshelf.ledger.Author;

/**
 * An import as it is kept.
 *
 * @param author who asked for what is done next
 * @param size in bytes
 * @param attempts how often it was begun since it was asked for
 * @param report JSON; null until it is read
 */
record ImportRecord(String id, ImportState state, boolean dryRun, Instant created, Author author, ImportHints hints,
        List<Decision> decisions, String fileName, String mediaType, String sha256, int size, int attempts,
        ImportProgress progress, Instant finished, String notice, Long revision, String report, Problem problem) {

    /** As {@link ImportStore#apply} sees it too: nobody applies what was never reported. */
    boolean canBeApplied() {
        return state == ImportState.PLANNED || state == ImportState.FAILED && (report != null || !dryRun);
    }
}
