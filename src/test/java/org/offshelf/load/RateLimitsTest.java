package org.offshelf.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.offshelf.access.TestAccounts;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Each test comes from an address of its own. */
@QuarkusTest
@TestProfile(RateLimitsTest.Counted.class)
class RateLimitsTest {

    public static class Counted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("offshelf.rate.anonymous", "10", "offshelf.rate.window", "1H");
        }
    }

    private static final String LIST = "/v1/regulators?limit=2";
    private static final String ORIGIN = "Origin: https://somebody.example\r\n";

    @Inject
    TestAccounts accounts;

    @Test
    void eachAnswerSaysWhatIsLeftAlsoOneFromMemory() throws IOException {
        for (int left = 9; left >= 5; left--) {
            Client.Answer answer = get("127.0.0.11", LIST, "");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.fields()).containsEntry("RateLimit-Policy", "\"default\";q=10;w=3600");
            assertThat(answer.fields().get("RateLimit")).matches("\"default\";r=" + left + ";t=\\d+");
        }
    }

    @Test
    void whatDoesNotDecodeIsCountedAndSaid() throws IOException {
        for (String path : new String[] { "/v1/apps/%zz", "/%", "/v1/apps?%zz" }) {
            assertThat(get("127.0.0.41", path, "").status()).as(path).isEqualTo(400);
        }
        assertThat(get("127.0.0.41", LIST, "").fields().get("RateLimit")).startsWith("\"default\";r=6;");
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeAgainAndNobodyElseIs() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThat(get("127.0.0.12", LIST, "").status()).isEqualTo(200);
        }
        Client.Answer refused = get("127.0.0.12", LIST, ORIGIN);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.fields().get("Retry-After"))).isBetween(1, 360);
        assertThat(refused.fields().get("RateLimit")).startsWith("\"default\";r=0;t=");
        assertThat(refused.fields()).containsEntry("Content-Type", "application/problem+json")
                .containsKeys("X-Request-Id", "Access-Control-Allow-Origin");
        assertThat(refused.body()).contains("problems/too-many-requests");
        assertThat(get("127.0.0.12", "/v1/apps?q=抖音", "").status()).isEqualTo(429);
        assertThat(get("127.0.0.12", "/q/health/live", "").status()).isEqualTo(200);
        assertThat(get("127.0.0.13", LIST, "").status()).isEqualTo(200);
    }

    @Test
    void whatAClientSaysOfItsAddressIsNotBelieved() throws IOException {
        for (int i = 0; i < 10; i++) {
            get("127.0.0.14", LIST, "X-Forwarded-For: 192.0.2." + i + "\r\nForwarded: for=192.0.2." + i + "\r\n");
        }
        assertThat(get("127.0.0.14", LIST, "X-Forwarded-For: 192.0.2.99\r\nX-Real-IP: 192.0.2.99\r\n").status()).isEqualTo(429);
    }

    @Test
    void whatTakesMoreCountsAsMore() throws IOException {
        assertThat(left(get("127.0.0.15", "/v1/findings/aggregate?groupBy=status", ""))).isEqualTo(5);
        assertThat(left(get("127.0.0.15", "/v1/apps?q=抖音&limit=1", ""))).isEqualTo(4);
        assertThat(get("127.0.0.15", "/v1/stores?format=csv", "").status()).isEqualTo(429);
        assertThat(get("127.0.0.16", "/v1/stores?format=csv", "").status()).isEqualTo(200);
        assertThat(get("127.0.0.16", LIST, "").status()).isEqualTo(429);
    }

    @Test
    void anAccountMayAskMoreFromWhereverAndOnlyAnAccount() throws IOException {
        String named = authorization(accounts.open("contributor"), TestAccounts.PASSWORD);
        for (int i = 0; i < 20; i++) {
            Client.Answer answer = get(i % 2 == 0 ? "127.0.0.17" : "127.0.0.18", LIST, named);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.fields()).containsEntry("RateLimit-Policy", "\"account\";q=100;w=3600");
            assertThat(left(answer)).isEqualTo(99 - i);
        }
        assertThat(left(get("127.0.0.17", LIST, ""))).isEqualTo(9);
    }

    @Test
    void whoNamesAnAccountWithoutProofIsCounted() throws IOException {
        int refused = 0;
        for (int i = 0; i < 101; i++) {
            refused = get("127.0.0.19", LIST, "Authorization: Bearer x.y.z\r\n").status();
        }
        assertThat(refused).isEqualTo(429);
    }

    @Test
    void whatIsNoProofOfAnAccountBuysNothing() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(get("127.0.0.20", LIST, "Authorization: anything\r\n").status()).isEqualTo(200);
            assertThat(get("127.0.0.20", LIST, "").status()).isEqualTo(200);
        }
        assertThat(get("127.0.0.20", LIST, "Authorization: anything\r\n").status()).isEqualTo(429);
        assertThat(get("127.0.0.20", LIST, "").status()).isEqualTo(429);
    }

    @Test
    void aWholeListIsOneHoweverItIsAskedFor() throws IOException {
        int from = 21;
        for (String accept : new String[] { "text/*", "application/*, application/json;q=0", "application/json;q=0.5, */*",
                "text/html\r\nAccept: text/csv" }) {
            Client.Answer answer = get("127.0.0." + from++, "/v1/stores", "Accept: " + accept + "\r\n");
            assertThat(answer.status()).as(accept).isEqualTo(200);
            assertThat(left(answer)).as(accept).isZero();
        }
        for (String accept : new String[] { "application/json", "*/*", "text/html,application/xml;q=0.9,*/*;q=0.8" }) {
            assertThat(left(get("127.0.0." + from++, "/v1/stores", "Accept: " + accept + "\r\n"))).as(accept).isEqualTo(9);
        }
    }

    private static int left(Client.Answer answer) {
        return Integer.parseInt(answer.fields().get("RateLimit").replaceAll(".*;r=(\\d+);.*", "$1"));
    }

    private static String authorization(String name, String password) {
        return "Authorization: Basic " + Base64.getEncoder()
                .encodeToString((name + ':' + password).getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    private static Client.Answer get(String from, String target, String fields) throws IOException {
        try (Client client = new Client(from).get(target, fields)) {
            return client.answer();
        }
    }
}
