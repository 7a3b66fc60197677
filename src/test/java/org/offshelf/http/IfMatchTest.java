package org.offshelf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class IfMatchTest {

    private static final String READ_AT_7 = Etags.strong(7, "whatever");

    @Test
    void aRecordIsUnchangedUntilItIsWritten() {
        assertThat(IfMatch.parse(READ_AT_7).matches(7, 9)).isTrue();
        assertThat(IfMatch.parse(READ_AT_7).matches(3, 9)).isTrue();
        assertThat(IfMatch.parse(READ_AT_7).matches(8, 9)).isFalse();
        assertThat(IfMatch.parse("\"x\", " + READ_AT_7).matches(7, 9)).isTrue();
        assertThat(IfMatch.parse("*").matches(8, 9)).isTrue();
    }

    @Test
    void comparesStrongly() {
        assertThat(IfMatch.parse("W/" + READ_AT_7).matches(7, 9)).isFalse();
    }

    @Test
    void nobodyHasReadTheFuture() {
        assertThat(IfMatch.parse(READ_AT_7).matches(3, 6)).isFalse();
        assertThat(IfMatch.parse("\"99999999999999999999-0123456789abcdef\"").matches(3, 6)).isFalse();
    }

    @Test
    void aTagThatIsNotOursMatchesNothing() {
        assertThat(IfMatch.parse("\"7\", 7, \"\", \"7-xyz\"").matches(1, 9)).isFalse();
        assertThat(IfMatch.parse("").matches(1, 9)).isFalse();
    }

    @Test
    void isRequired() {
        assertThatThrownBy(() -> IfMatch.parse(null)).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().status()).isEqualTo(428));
    }

    @Test
    void aStaleStateIsToldThePresentOne() {
        ProblemException stale = IfMatch.stale("The app `x`", Optional.of(READ_AT_7));
        assertThat(stale.problem().status()).isEqualTo(412);
        assertThat(stale.problem().detail()).contains(READ_AT_7);
        assertThat(stale.headers()).containsEntry("ETag", READ_AT_7);
    }
}
