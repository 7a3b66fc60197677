package org.offshelf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IfMatchTest {

    @Test
    void comparesStrongly() {
        assertThat(IfMatch.parse("\"a\", \"b\"").matches("\"b\"")).isTrue();
        assertThat(IfMatch.parse("*").matches("\"b\"")).isTrue();
        assertThat(IfMatch.parse("W/\"b\"").matches("\"b\"")).isFalse();
    }

    @Test
    void isRequired() {
        assertThatThrownBy(() -> IfMatch.parse(null)).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().status()).isEqualTo(428));
    }

    @Test
    void refusesAStaleState() {
        assertThatThrownBy(() -> IfMatch.parse("\"a\"").require("\"b\"")).isInstanceOfSatisfying(ProblemException.class,
                e -> {
                    assertThat(e.problem().status()).isEqualTo(412);
                    assertThat(e.headers()).containsEntry("ETag", "\"b\"");
                });
    }
}
