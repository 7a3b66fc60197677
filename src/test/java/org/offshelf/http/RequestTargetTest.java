package org.offshelf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(strings = { "/v1/apps", "/v1/search?q=%E6%8A%96%E9%9F%B3", "/?a=%25&b=+", "/?q=%f0%9f%98%80", "/?a=b|c" })
    void decodes(String target) {
        assertThat(new RequestTarget(target).decodes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/%", "/%4", "/%zz", "/%00", "/?q=%ff", "/?q=%C0%80", "/?q=%ED%A0%80", "/?q=%E6%8A", "/?q=\0" })
    void doesNotDecode(String target) {
        assertThat(new RequestTarget(target).decodes()).isFalse();
    }

    @Test
    void encodesWhatWasSentBare() {
        var asServerSeesIt = new String("/v1/search?q=抖音|{a}".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var target = new RequestTarget(asServerSeesIt);
        assertThat(target.decodes()).isTrue();
        assertThat(target.isEncoded()).isFalse();
        assertThat(target.encoded()).isEqualTo("/v1/search?q=%E6%8A%96%E9%9F%B3%7C%7Ba%7D");
        assertThat(new RequestTarget(target.encoded()).isEncoded()).isTrue();
    }
}
