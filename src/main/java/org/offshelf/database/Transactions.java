package org.offshelf.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The one way to a transaction of its own. Where another transaction was in its way, or the node of the database went away
 * before the commit, nothing of it has happened and it is done again, a few times and for some seconds. So all that is given
 * here must bear being done again: it keeps nothing from one time to the next, and what it does outside of the database does no
 * harm twice. What fails even then is told as it is, see {@link DatabaseFailures#passes}.
 */
public final class Transactions {

    /** How long one may take, unless it is said otherwise. */
    public static final int USUAL_SECONDS = 60;

    private static final Counter REPEATED = Metrics.counter("offshelf.transactions.repeated");

    /** Long enough for a cluster to notice that a node is gone (5 s unless set otherwise) and for a proxy to choose another. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private static final RetryPolicy<Object> ALWAYS = policy(LONGEST).handleIf(DatabaseFailures::isWorthAnotherTry).build();

    private Transactions() {
    }

    /** Some twenty times in the usual time. */
    private static RetryPolicyBuilder<Object> policy(Duration longest) {
        return RetryPolicy.builder().withMaxAttempts(-1).withMaxDuration(longest)
                .withBackoff(Duration.ofMillis(20), Duration.ofSeconds(1)).withJitter(0.5)
                .onRetry(again -> {
                    REPEATED.increment();
                    Log.infof("A transaction is tried again (%d): %s", again.getAttemptCount(), again.getLastException());
                });
    }

    public static <T> T call(Supplier<T> work) {
        return call(USUAL_SECONDS, work);
    }

    public static void run(Runnable work) {
        run(USUAL_SECONDS, work);
    }

    public static void run(int seconds, Runnable work) {
        call(seconds, () -> {
            work.run();
            return null;
        });
    }

    /** @param seconds after which it is rolled back; what may take long nobody waits for, so it is tried as long as that */
    public static <T> T call(int seconds, Supplier<T> work) {
        Duration longest = seconds > USUAL_SECONDS ? Duration.ofSeconds(seconds) : LONGEST;
        return Failsafe.with(policy(longest).handleIf(
                failure -> !(failure instanceof OutcomeUnknown) && DatabaseFailures.isWorthAnotherTry(failure)).build())
                .get(() -> once(seconds, work));
    }

    /**
     * Repeats what calls {@link #once} even after a commit of which nobody knows whether it happened: for those who find that
     * out by themselves when they are called again.
     */
    public static <T> T repeat(Supplier<T> attempt) {
        return Failsafe.with(ALWAYS).get(attempt::get);
    }

    /**
     * A single try.
     *
     * @throws OutcomeUnknown if the database was lost during the commit
     */
    public static <T> T once(int seconds, Supplier<T> work) {
        AtomicBoolean isDone = new AtomicBoolean();
        try {
            return QuarkusTransaction.requiringNew().timeout(seconds).call(() -> {
                T result = work.get();
                isDone.set(true);
                return result;
            });
        } catch (RuntimeException failure) {
            if (isDone.get() && DatabaseFailures.passes(failure) && !DatabaseFailures.isRolledBack(failure)) {
                throw new OutcomeUnknown(failure);
            }
            throw failure;
        }
    }
}
