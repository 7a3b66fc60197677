package org.offshelf.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EtagsTest {

    @Test
    void differForEveryRevisionAndRepresentation() {
        var etag = Etags.strong(184, "/v1/apps json");
        assertThat(etag).matches("\"184-[0-9a-f]{16}\"").isEqualTo(Etags.strong(184, "/v1/apps json"))
                .isNotEqualTo(Etags.strong(185, "/v1/apps json")).isNotEqualTo(Etags.strong(184, "/v1/apps csv"));
    }
}
