package org.offshelf.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class TokenSettingsTest {

    private static final Optional<String> KEYS = Optional.of("https://id.example/certs");
    private static final Optional<String> ISSUER = Optional.of("https://id.example");
    private static final Optional<List<String>> AUDIENCES = Optional.of(List.of("offshelf"));

    @Test
    void halfAConfigurationEndsTheStart() {
        assertThatThrownBy(() -> new TokenSettings(KEYS, Optional.empty(), Optional.empty(), Optional.empty()).atStart(null))
                .hasMessageContaining("MP_JWT_VERIFY_ISSUER and MP_JWT_VERIFY_AUDIENCES");
        assertThatThrownBy(() -> new TokenSettings(KEYS, ISSUER, Optional.empty(), Optional.empty()).atStart(null))
                .hasMessageContaining("set also MP_JWT_VERIFY_AUDIENCES");
    }

    @Test
    void tokensExpire() {
        assertThatThrownBy(() -> new TokenSettings(KEYS, ISSUER, AUDIENCES, Optional.of(0)).atStart(null))
                .hasMessageContaining("MP_JWT_VERIFY_CLOCK_SKEW");
    }

    @Test
    void allOrNothingIsFine() {
        new TokenSettings(KEYS, ISSUER, AUDIENCES, Optional.of(1)).atStart(null);
        new TokenSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()).atStart(null);
    }
}
