package org.offshelf.changes;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.ledger.LatestRevision;

import io.quarkus.scheduler.Scheduled;

/**
 * How far those who listen may be told: what this instance has committed, right after it has, and what others have, which is
 * asked again and again as long as anybody listens.
 */
@ApplicationScoped
class Head {

    private final LatestRevision latest;
    private final Listeners listeners;
    private final AtomicReference<Place> place = new AtomicReference<>(new Place(0, 0));

    Head(LatestRevision latest, Listeners listeners) {
        this.latest = latest;
        this.listeners = listeners;
    }

    long revision() {
        return place.get().revision();
    }

    /** Of {@link LatestRevision.Known#history}. */
    long history() {
        return place.get().history();
    }

    /** For who has seen that revision. */
    void isAtLeast(long seen) {
        LatestRevision.Known last = latest.last();
        heard(seen, last == null ? 0 : last.history());
    }

    /** Returns at once; a commit does not wait for anybody. */
    @Scheduled(every = "${offshelf.changes.stream.poll:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!listeners.isEmpty()) {
            latest.soon().thenAccept(found -> {
                if (found != null) {
                    heard(found.revision(), found.history());
                }
            });
        }
    }

    private void heard(long revision, long history) {
        Place before = place.getAndUpdate(now -> now.after(revision, history));
        if (history > before.history()) {
            // What they were told is not what happened: a backup was restored. They have to ask anew.
            listeners.end();
        } else if (history == before.history() && revision > before.revision()) {
            listeners.tell();
        }
    }

    private record Place(long revision, long history) {

        Place after(long heard, long of) {
            return of > history || of == history && heard > revision ? new Place(heard, of) : this;
        }
    }
}
