package org.offshelf.changes;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.Fault;
import org.offshelf.http.ProblemException;
import org.offshelf.ledger.LatestRevision;
import org.offshelf.query.Links;

/**
 * Finds out whether a request to listen is understood, and what the last revision then is. Thousands come at once, as when the
 * service was started anew: they share one look at the database, and none of them waits for a thread or a connection. Only who
 * filters by the records' own fields does, because a filter may name what there is not.
 */
@ApplicationScoped
class StreamStart {

    /** Each waits for at most a second. */
    private static final int MOST_LOOKS = 15;

    private final LatestRevision latest;
    private final ChangeRanges ranges;
    private final StreamWork work;

    StreamStart(LatestRevision latest, ChangeRanges ranges, StreamWork work) {
        this.latest = latest;
        this.ranges = ranges;
        this.work = work;
    }

    /** With the last revision; fails with all that is wrong with the request. */
    CompletionStage<Long> of(ChangeRequest request, List<Fault> faults, Links links) {
        if (request.filter().records() != null) {
            return CompletableFuture.supplyAsync(() -> ranges.of(request, faults, links).current(),
                    work);
        }
        LatestRevision.Known known = latest.now();
        return (known == null ? look(MOST_LOOKS) : CompletableFuture.completedFuture(known))
                // The client may have seen what another instance has written since; a look under way may have missed it.
                .thenCompose(last -> isAhead(request, last) ? look(MOST_LOOKS) : CompletableFuture.completedFuture(last))
                .thenCompose(last -> isAhead(request, last) ? look(MOST_LOOKS) : CompletableFuture.completedFuture(last))
                .thenApply(last -> {
                    ranges.require(request, faults, last.revision(), links);
                    return last.revision();
                });
    }

    private static boolean isAhead(ChangeRequest request, LatestRevision.Known last) {
        return request.since().complete() > last.revision();
    }

    private CompletionStage<LatestRevision.Known> look(int looks) {
        return latest.soon().thenCompose(found -> {
            if (found != null) {
                return CompletableFuture.completedFuture(found);
            }
            if (looks > 1) {
                return look(looks - 1);
            }
            throw ProblemException.unavailable("The registry cannot say at this moment what its last revision is. Please try"
                    + " again shortly.", 5);
        });
    }
}
