package org.offshelf.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import jakarta.enterprise.inject.Vetoed;

import org.junit.jupiter.api.Test;

class LatestRevisionTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 23, 12, 0);

    private final Looks looks = new Looks();
    private final LatestRevision latest = new LatestRevision(looks, Duration.ofHours(1));

    @Test
    void isLookedForOnceByAllWhoNeedIt() {
        assertThat(latest.now()).isNull();
        var first = soon();
        var second = soon();
        assertThat(looks.open).hasSize(1);
        looks.find(7, true);
        assertThat(first.join().revision()).isEqualTo(7);
        assertThat(second.join()).isSameAs(first.join()).isSameAs(latest.now());
        assertThat(looks.open).isEmpty();
    }

    @Test
    void isNotKnownWhileAWriteIsCommitted() {
        known(7);
        latest.committing();
        assertThat(latest.now()).isNull();
        var waiting = soon();
        assertThat(waiting).isNotDone();
        assertThat(looks.open).as("in the middle of a commit the database tells nothing").isEmpty();
        latest.committed(8, AT, System.nanoTime());
        assertThat(waiting.join().revision()).isEqualTo(8);
        assertThat(latest.now().revision()).isEqualTo(8);
        assertThat(latest.now().history()).isZero();
    }

    @Test
    void whatWasSeenBeforeACommitIsForgotten() {
        var waiting = soon();
        latest.committing();
        latest.committed(8, AT, System.nanoTime());
        looks.find(7, true);
        assertThat(waiting.join().revision()).isEqualTo(8);
        assertThat(latest.now().revision()).isEqualTo(8);
    }

    @Test
    void whatWasSeenOfOthersDuringACommitIsNotTakenBack() {
        known(5);
        latest.committing();
        var waiting = soon();
        latest.seen(7);
        latest.committed(6, AT, System.nanoTime());
        assertThat(latest.now()).isNull();
        assertThat(waiting).isNotDone();
        looks.find(7, true);
        assertThat(waiting.join().revision()).isEqualTo(7);
        assertThat(latest.now().revision()).isEqualTo(7);
    }

    @Test
    void aCommitThatFailedMayHaveHappened() {
        known(7);
        latest.committing();
        var waiting = soon();
        latest.failed();
        assertThat(latest.now()).isNull();
        looks.find(8, true);
        assertThat(waiting.join().revision()).isEqualTo(8);
    }

    @Test
    void aCommitThatFailedDuringALookHasItLookedForAgain() {
        var waiting = soon();
        latest.committing();
        latest.failed();
        looks.find(7, true);
        assertThat(waiting).isNotDone();
        looks.find(8, true);
        assertThat(waiting.join().revision()).isEqualTo(8);
    }

    /** Somebody who asked the database was shown more than is known here; nobody may be shown less now. */
    @Test
    void whatALaterRevisionWasSeenOfIsLookedForAgain() {
        known(7);
        latest.seen(7);
        latest.seen(6);
        assertThat(latest.now().revision()).isEqualTo(7);
        var before = soon();
        latest.seen(8);
        assertThat(latest.now()).isNull();
        looks.find(7, true);
        assertThat(before).as("a look from before tells nothing").isNotDone();
        latest.seen(8);
        looks.find(8, true);
        assertThat(before.join().revision()).isEqualTo(8);
        assertThat(latest.now().revision()).isEqualTo(8);
    }

    @Test
    void commitsMayBeToldOutOfOrder() {
        known(7);
        latest.committing();
        latest.committing();
        latest.committed(9, AT, System.nanoTime());
        assertThat(latest.now()).isNull();
        latest.committed(8, AT, System.nanoTime());
        assertThat(latest.now().revision()).isEqualTo(9);
    }

    @Test
    void aRevisionThatDoesNotFollowIsOfAnotherHistory() {
        LatestRevision impatient = new LatestRevision(looks, Duration.ZERO);
        impatient.soon();
        looks.find(7, true);
        assertThat(impatient.now()).isNull();
        var restored = impatient.soon().toCompletableFuture();
        looks.find(7, false);
        assertThat(restored.join().history()).isEqualTo(1);
    }

    @Test
    void withoutTheDatabaseNothingIsKnown() {
        var waiting = soon();
        looks.open.remove().accept(null, new SQLException("away"));
        assertThat(waiting.join()).isNull();
        assertThat(latest.now()).isNull();
        known(7);
    }

    @Test
    void nobodyWaitsLong() {
        assertThat(soon().orTimeout(10, TimeUnit.SECONDS).join()).isNull();
    }

    private void known(long revision) {
        soon();
        looks.find(revision, true);
        assertThat(latest.now().revision()).isEqualTo(revision);
    }

    private CompletableFuture<LatestRevision.Known> soon() {
        return latest.soon().toCompletableFuture();
    }

    /** Finds what the test says, when it says so. */
    @Vetoed
    private static final class Looks extends RevisionLook {

        private final Deque<BiConsumer<State, Throwable>> open = new ArrayDeque<>();

        private Looks() {
            super(null);
        }

        @Override
        void after(LatestRevision.Known last, BiConsumer<State, Throwable> told) {
            open.add(told);
        }

        private void find(long revision, boolean follows) {
            open.remove().accept(new State(revision, AT, follows), null);
        }
    }
}
