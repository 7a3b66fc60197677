package org.offshelf.ledger;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.logging.Log;

/**
 * The last revision, for those who cannot wait for the database: known from the writes of this instance, and, because others
 * may write to the same database, asked for again where it was last told too long ago or a later one was seen. While a write of
 * this instance is being
 * committed it is not known, so that nobody is shown less than somebody else has seen already.
 */
@Singleton
public class LatestRevision {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final RevisionLook look;
    private final long trusted;

    private volatile Known known;
    /** The last that was known, however long ago: what is known next either follows it or is of another history. */
    private Known last;
    /** The highest that was seen of other writers, so that each is made a stir of once. */
    private long highestSeen;
    private int committing;
    /** Of commits that were begun here, or seen; a look that one came between tells nothing. */
    private long commits;
    private CompletableFuture<Known> awaited;
    private volatile boolean isLooking;

    /** @param trusted for how long it is taken to be the last; zero asks each time */
    LatestRevision(RevisionLook look,
            @ConfigProperty(name = "offshelf.revision.trusted") Duration trusted) {
        this.look = look;
        this.trusted = trusted.toNanos();
    }

    /** Returns at once; null if it is not known well enough. */
    public Known now() {
        Known current = known;
        if (current == null) {
            return null;
        }
        long age = System.nanoTime() - current.since();
        if (age > trusted) {
            return null;
        }
        if (age > trusted / 2 && !isLooking) {
            // So that nobody has to wait while there is always somebody who asks.
            soon();
        }
        return current;
    }

    /** Looks for it, or waits for the end of a commit; null if that fails or takes long. */
    public synchronized CompletionStage<Known> soon() {
        CompletableFuture<Known> found = awaited;
        if (found == null || found.isDone()) {
            // Of one that was given up the look may still be under way, and ends this one.
            found = new CompletableFuture<Known>().completeOnTimeout(null, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            awaited = found;
            lookIfIdle();
        }
        return found;
    }

    /** The last that was known, however long ago; null if none ever was. */
    public synchronized Known last() {
        return last;
    }

    /** To be called by who has read a revision and is about to show it: nobody here is shown less from then on. */
    void seen(long revision) {
        Known current = known;
        if (current == null || current.revision() < revision) {
            see(revision);
        }
    }

    private synchronized void see(long revision) {
        if (last != null && Math.max(last.revision(), highestSeen) < revision) {
            // Somebody else's commit; a look that is under way may have come before it
            highestSeen = revision;
            commits++;
            known = null;
        }
    }

    /** To be called right before each commit that may bring a revision, and then {@link #committed} or {@link #failed}. */
    synchronized void committing() {
        committing++;
        commits++;
        known = null;
    }

    /** @param since of {@link System#nanoTime}, when nobody else could write */
    synchronized void committed(long revision, LocalDateTime at, long since) {
        committing--;
        if (last == null || last.revision() <= revision) {
            last = new Known(revision, at, last == null ? 0 : last.history(), since);
        }
        if (committing > 0) {
            return;
        }
        if (last.revision() >= highestSeen) {
            tell(last);
        } else if (awaited != null) {
            // Another one was seen meanwhile, and shown: nobody is taken back
            lookIfIdle();
        }
    }

    /** It may have been committed nevertheless. */
    synchronized void failed() {
        committing--;
        if (awaited != null) {
            lookIfIdle();
        }
    }

    /** At the end of a commit, or of a look, it is seen to again. */
    private void lookIfIdle() {
        if (committing > 0 || isLooking) {
            return;
        }
        isLooking = true;
        long begun = commits;
        long since = System.nanoTime();
        look.after(last, (state, failure) -> looked(state, failure, begun, since));
    }

    private synchronized void looked(RevisionLook.State state, Throwable failure, long begun, long since) {
        isLooking = false;
        if (failure != null) {
            Log.debug("Could not look for the last revision", failure);
            tell(null);
        } else if (commits == begun) {
            if (!state.follows()) {
                highestSeen = state.revision();
            }
            long history = last == null ? 0 : last.history() + (state.follows() ? 0 : 1);
            last = new Known(state.revision(), state.at(), history, since);
            tell(last);
        } else if (known != null) {
            tell(known);
        } else {
            lookIfIdle();
        }
    }

    private void tell(Known current) {
        known = current;
        if (awaited != null) {
            awaited.complete(current);
            awaited = null;
        }
    }

    /**
     * @param at the instant of the revision in the database's time
     * @param history another one where the revision does not follow those known before, as when a backup was restored
     * @param since when it was the last, of {@link System#nanoTime}
     */
    public record Known(long revision, LocalDateTime at, long history, long since) {
    }
}
