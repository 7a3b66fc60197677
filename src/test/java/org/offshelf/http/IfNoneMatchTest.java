package org.offshelf.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IfNoneMatchTest {

    @ParameterizedTest
    @ValueSource(strings = { "\"a-1\"", "W/\"a-1\"", "\"x\", \"a-1\"", "\"x\",W/\"a-1\" , \"y\"", "*", " * ",
            "\"with,comma\", \"a-1\"" })
    void matches(String header) {
        assertThat(IfNoneMatch.parse(header).matches("\"a-1\"")).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = { "\"a-2\"", "a-1", "\"a-1", "\"\"", "W/\"b\"", "\"A-1\"", "\"x,a-1\"", ",,," })
    void doesNotMatch(String header) {
        assertThat(IfNoneMatch.parse(header).matches("\"a-1\"")).isFalse();
    }
}
