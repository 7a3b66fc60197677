package org.offshelf.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.offshelf.ledger.LatestRevision;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

class KeptAnswersTest {

    private static final int ROOM = 100_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KeptAnswers kept = new KeptAnswers(new HotConfig() {
        @Override
        public MemorySize weight() {
            return memory(ROOM);
        }

        @Override
        public MemorySize longest() {
            return memory(20_000);
        }
    }, meters);

    @Test
    void takesNoMoreThanItsRoom() {
        for (int i = 0; i < 1_000; i++) {
            kept.put(question("/v1/" + i), answer(Validity.FOREVER, 0, 10_000));
        }
        assertThat(kept.weight()).isBetween(ROOM / 2L, (long) ROOM);
        assertThat(meters.get("cache.evictions").functionCounter().count()).isGreaterThan(900);
    }

    @Test
    void hasNoRoomForOneThatIsTooLong() {
        assertThat(kept.hasRoomFor(20_000)).isTrue();
        assertThat(kept.hasRoomFor(20_001)).isFalse();
    }

    @Test
    void weighsWhatItHolds() {
        kept.put(question("/v1/a"), answer(Validity.FOREVER, 0, 5_000));
        assertThat(kept.weight()).isBetween(5_000L, 7_000L);
    }

    @Test
    void anAnswerThatCameLateReplacesNoNewerOne() {
        Question question = question("/v1/apps");
        Kept newer = answer(new Validity(11L, DAY), 0, 10);
        kept.put(question, newer);
        kept.put(question, answer(new Validity(10L, DAY), 0, 10));
        assertThat(kept.get(question)).isSameAs(newer);
        Kept withoutBody = answer(new Validity(11L, DAY), 0, -1);
        kept.put(question, withoutBody);
        assertThat(kept.get(question)).isSameAs(newer);
        Kept tomorrow = answer(new Validity(11L, DAY.plusDays(1)), 0, -1);
        kept.put(question, tomorrow);
        assertThat(kept.get(question)).isSameAs(tomorrow);
        Kept restored = answer(new Validity(4L, DAY), 1, 10);
        kept.put(question, restored);
        assertThat(kept.get(question)).isSameAs(restored);
    }

    @Test
    void holdsForItsRevisionDayAndHistoryOnly() {
        Kept answer = answer(new Validity(11L, DAY), 3, 10);
        assertThat(answer.holds(last(11, 3), DAY)).isTrue();
        assertThat(answer.holds(last(12, 3), DAY)).isFalse();
        assertThat(answer.holds(last(10, 3), DAY)).isFalse();
        assertThat(answer.holds(last(11, 4), DAY)).isFalse();
        assertThat(answer.holds(last(11, 3), DAY.plusDays(1))).isFalse();
        Kept pinned = answer(Validity.FOREVER, 3, 10);
        assertThat(pinned.holds(last(99, 3), DAY.plusDays(9))).isTrue();
        assertThat(pinned.holds(last(99, 4), DAY)).isFalse();
    }

    private static LatestRevision.Known last(long revision, long history) {
        return new LatestRevision.Known(revision, LocalDateTime.MIN, history, 0);
    }

    private static Question question(String target) {
        return new Question("http", "localhost", 80, target, null, false);
    }

    private static Kept answer(Validity validity, long history, int length) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap().add("ETag", "\"11-0123456789abcdef\"").add("Vary", "Accept");
        return Kept.of(validity, history, fields, length < 0 ? null : Buffer.buffer(new byte[length]), null);
    }

    private static MemorySize memory(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }
}
