package org.offshelf.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Makes guessing passwords slow: after a few wrong ones, each further one doubles the time until the next is looked at. Counted
 * by the client's network and by the account. What others do to an account holds up nobody who wrote under it from the same
 * address before, and never for longer than a minute.
 */
@ApplicationScoped
class Slowdown {

    private static final Limit OF_NETWORK = new Limit(5, Duration.ofMinutes(15));
    private static final Limit OF_ACCOUNT = new Limit(10, Duration.ofMinutes(1));
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    /** About 10 MB. */
    private static final int MOST_STREAKS = 100_000;

    private final Clock clock;
    private final Cache<String, Streak> streaks;

    Slowdown(Clock clock) {
        this.clock = clock;
        streaks = Caffeine.newBuilder().maximumSize(MOST_STREAKS).expireAfterWrite(FORGOTTEN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis())).build();
    }

    /**
     * Counts the attempt as a wrong one at once, so that many at the same time gain nothing.
     *
     * @param isFamiliar whether the account wrote from this address before; asked only when it matters
     * @throws ProblemException 429 while the client or the account has to wait
     */
    Attempt begin(String account, String address, BooleanSupplier isFamiliar) {
        String network = "network " + Addresses.network(address);
        String name = "account " + account;
        Duration wait = wait(network, OF_NETWORK);
        if (wait.isZero()) {
            wait = wait(name, OF_ACCOUNT);
            wait = wait.isZero() || isFamiliar.getAsBoolean() ? Duration.ZERO : wait;
        }
        if (!wait.isZero()) {
            long seconds = wait.plusMillis(999).toSeconds();
            throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS, "Too many wrong passwords. The next one is looked at in "
                    + seconds + " s. Reading needs none: leave out the Authorization header.")
                    .withHeader("Retry-After", String.valueOf(seconds));
        }
        add(network, 1);
        add(name, 1);
        return () -> {
            add(network, -1);
            add(name, -1);
        };
    }

    /** Everybody may try again. */
    void clear() {
        streaks.invalidateAll();
    }

    private Duration wait(String key, Limit limit) {
        Streak streak = streaks.getIfPresent(key);
        if (streak == null || streak.failures() < limit.free()) {
            return Duration.ZERO;
        }
        // 1, 2, 4, … s; beyond 2^20 s any limit is reached.
        Duration delay = Duration.ofSeconds(1L << Math.min(streak.failures() - limit.free(), 20));
        Instant open = streak.last().plus(delay.compareTo(limit.longest()) > 0 ? limit.longest() : delay);
        Duration wait = Duration.between(clock.instant(), open);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** A right one takes back only itself: whoever has one account must not get to guess at others for nothing. */
    private void add(String key, int failures) {
        streaks.asMap().compute(key, (same, streak) -> {
            int now = (streak == null ? 0 : streak.failures()) + failures;
            return now <= 0 ? null : new Streak(now, failures > 0 || streak == null ? clock.instant() : streak.last());
        });
    }

    /** @param free how many may be wrong before waiting begins */
    private record Limit(int free, Duration longest) {
    }

    private record Streak(int failures, Instant last) {
    }

    /** Something that counts as a wrong password until it is undone. */
    @FunctionalInterface
    interface Attempt {
        void undo();
    }
}
