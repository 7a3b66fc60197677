package org.offshelf.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.offshelf.http.ProblemException;

class SlowdownTest {

    private final TestClock clock = new TestClock();
    private final Slowdown slowdown = new Slowdown(clock);

    @Test
    void aFewMistakesAreFreeAndThenEachDoublesTheWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(guess("a" + i, "192.0.2.1")).isZero();
        }
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            long wait = guess("b" + i, "192.0.2.1");
            waits.add(wait);
            clock.advance(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(guess("b" + i, "192.0.2.1")).isEqualTo(1);
            clock.advance(Duration.ofMillis(1));
            assertThat(guess("b" + i, "192.0.2.1")).isZero();
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L);
        assertThat(guess("b", "192.0.2.2")).as("another client").isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(guess("b", "192.0.2.1")).as("long after").isZero();
    }

    @Test
    void manyAtOnceGainNothing() {
        int lookedAt = 0;
        for (int i = 0; i < 100; i++) {
            lookedAt += guess("ann", "192.0.2.1") == 0 ? 1 : 0;
        }
        assertThat(lookedAt).isEqualTo(5);
    }

    @Test
    void whoIsRightPaysNothingAndForgivesNothing() {
        for (int i = 0; i < 100; i++) {
            login("ann", "192.0.2.1");
        }
        for (int i = 0; i < 4; i++) {
            assertThat(guess("bob", "192.0.2.1")).isZero();
            login("ann", "192.0.2.1");
        }
        assertThat(guess("bob", "192.0.2.1")).isZero();
        assertThat(guess("bob", "192.0.2.1")).as("own logins between do not help").isPositive();
    }

    @Test
    void aNetworkOfIpv6IsOneClient() {
        for (int i = 0; i < 5; i++) {
            guess("a" + i, "2001:db8:0:1::" + i);
        }
        assertThat(guess("b", "2001:db8:0:1:ffff::9")).isPositive();
        assertThat(guess("b", "2001:db8:0:2::9")).isZero();
    }

    @Test
    void guessersEverywhereSlowAnAccountDownButLockNobodyOut() {
        for (int i = 0; i < 10; i++) {
            assertThat(guess("ann", "192.0.2." + i)).isZero();
        }
        assertThat(guess("ann", "198.51.100.1")).isEqualTo(1);
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(guess("ann", "203.0.113." + i)).isZero();
        }
        assertThat(guess("ann", "198.51.100.1")).as("never longer than a minute").isEqualTo(60);
        slowdown.begin("ann", "198.51.100.1", () -> true).undo(); // who wrote from there before is not held up at all
        assertThat(guess("bob", "198.51.100.1")).as("others").isZero();
    }

    private void login(String account, String address) {
        slowdown.begin(account, address, () -> false).undo();
    }

    /** @return the seconds to wait; 0 if it was looked at */
    private long guess(String account, String address) {
        ProblemException refused = catchThrowableOfType(ProblemException.class,
                () -> slowdown.begin(account, address, () -> false));
        if (refused == null) {
            return 0;
        }
        assertThat(refused.problem().status()).isEqualTo(429);
        return Long.parseLong(refused.headers().get("Retry-After"));
    }

    static class TestClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T00:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
