package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompactJsonTest {

    @Test
    void onlySpacesBetweenPartsGo() {
        assertThat(CompactJson.of("[{\"a b\": \"c, \\\" d\\\\\", \"e\": null},\n 1]"))
                .isEqualTo("[{\"a b\":\"c, \\\" d\\\\\",\"e\":null},1]");
    }
}
