package org.offshelf.access;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.access.AccessTest.problem;
import static org.offshelf.access.TestAccounts.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** With a provider configured, and everything logged that can be. */
@QuarkusTest
@TestProfile(TokensTest.WithProvider.class)
class TokensTest {

    private static final TestTokens PROVIDER = new TestTokens();
    private static final Path LOG = Path.of("target/tokens-test.log");
    private static final String NAME = "6a3c1f0e@id.example/realms/main";

    @Inject
    TestAccounts accounts;

    public static class WithProvider implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    entry("mp.jwt.verify.publickey", PROVIDER.publicKey()),
                    entry("mp.jwt.verify.issuer", TestTokens.ISSUER),
                    entry("mp.jwt.verify.audiences", TestTokens.AUDIENCE),
                    entry("smallrye.jwt.path.groups", "realm_access/roles"),
                    entry("quarkus.log.level", "DEBUG"),
                    entry("quarkus.log.file.enabled", "true"),
                    entry("quarkus.log.file.level", "DEBUG"),
                    entry("quarkus.log.file.path", LOG.toString()),
                    entry("quarkus.log.console.level", "WARN"),
                    entry("quarkus.http.access-log.enabled", "true"),
                    // The tests' own client, which is no part of the registry
                    entry("quarkus.log.category.\"org.apache.http\".level", "OFF"));
        }
    }

    @Test
    void aTokenSaysWhoItIsAndWhatTheyMayDo() {
        Response me = bearer(PROVIDER.signed(TestTokens.claims("curator", "offline_access"))).get("/v1/account");
        assertThat(me.statusCode()).as(me.asString()).isEqualTo(200);
        assertThat(me.jsonPath().getString("name")).isEqualTo(NAME);
        assertThat(me.jsonPath().<String> getList("roles")).containsExactly("curator");
        assertThat(me.jsonPath().getString("authentication")).isEqualTo("bearer");
    }

    @Test
    void itsRolesOpenWhatTheyOpen() {
        String curator = PROVIDER.signed(TestTokens.claims("curator"));
        bearer(curator).post("/test-access/write").then().statusCode(200);
        problem(bearer(curator).get("/v1/accounts"), 403, "forbidden");
        String admin = PROVIDER.signed(TestTokens.claims("admin"));
        problem(bearer(admin).post("/test-access/write"), 403, "forbidden");
        assertThat(
                bearer(admin).get("/v1/audit?account=" + NAME + "&limit=1").jsonPath().getString("results[0].authentication"))
                .isEqualTo("bearer");
        problem(bearer(PROVIDER.signed(TestTokens.claims())).post("/test-access/write"), 403, "forbidden");
        Map<String, Object> elsewhere = TestTokens.claims();
        elsewhere.put("groups", List.of("curator"));
        problem(bearer(PROVIDER.signed(elsewhere)).post("/test-access/write"), 403, "forbidden");
        problem(AccessTest.json(bearer(curator)).body("{\"current\": \"x\", \"password\": \"staple tower violin\"}")
                .put("/v1/account/password"), 409, "conflict");
    }

    @Test
    void otherSitesMaySendATokenTheyHold() {
        bearer(PROVIDER.signed(TestTokens.claims("curator"))).header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "https://dashboard.example").post("/test-access/write").then().statusCode(200);
    }

    @Test
    void whatTheProviderDidNotMakeForUsIsRefused() {
        List<String> wrong = wrong();
        for (String token : wrong) {
            problem(bearer(token).post("/test-access/write"), 401, "unauthorized");
            problem(bearer(token).get("/v1/findings?limit=1"), 401, "unauthorized");
        }
    }

    @Test
    void nobodyPassesForALocalAccount() {
        String local = accounts.open(Roles.CURATOR);
        Map<String, Object> claims = TestTokens.claims("curator");
        claims.put("preferred_username", local);
        claims.put("upn", local);
        claims.put("sub", local);
        assertThat(bearer(PROVIDER.signed(claims)).get("/v1/account").jsonPath().getString("name"))
                .isEqualTo(local + "@id.example/realms/main");
    }

    @Test
    void noLogHoldsPasswordsOrTokens() throws IOException {
        List<String> wrong = wrong();
        List<String> secrets = new ArrayList<>(wrong);
        String curator = PROVIDER.signed(TestTokens.claims("curator"));
        secrets.add(curator);
        bearer(curator).post("/test-access/write").then().statusCode(200);
        String admin = accounts.open(Roles.ADMIN);
        String typed = "mistyped secret phrase";
        problem(as(admin, typed).get("/v1/account"), 401, "unauthorized");
        problem(as(typed, typed).get("/v1/account"), 401, "unauthorized");
        AccessTest.json(as(admin)).body(Map.of("name", "x", "password", typed, "roles", List.of())).post("/v1/accounts").then()
                .statusCode(400);
        AccessTest.json(as(admin)).body(Map.of("current", typed, "password", typed)).put("/v1/account/password").then()
                .statusCode(400);
        AccessTest.json(as(admin)).body("{\"current\": \"" + typed + "\", \"password\": {").put("/v1/account/password").then()
                .statusCode(400);
        wrong.forEach(token -> bearer(token).post("/test-access/write").then().statusCode(401));
        secrets.addAll(List.of(typed, TestAccounts.PASSWORD,
                Base64.getEncoder().encodeToString((admin + ":" + TestAccounts.PASSWORD).getBytes())));
        String log = Files.readString(LOG);
        assertThat(log).as("that it logs at all").contains("/test-access/write", "DEBUG").hasSizeGreaterThan(10_000);
        for (String secret : secrets) {
            assertThat(log.indexOf(secret)).as(() -> around(log, secret)).isEqualTo(-1);
        }
        assertThat(log).doesNotContainIgnoringCase("authorization: b");
    }

    private static String around(String log, String secret) {
        int at = log.indexOf(secret);
        return at < 0 ? "" : log.substring(Math.max(0, at - 600), Math.min(log.length(), at + 200));
    }

    private static List<String> wrong() {
        Map<String, Object> claims = TestTokens.claims("curator", "admin");
        List<String> wrong = new ArrayList<>();
        wrong.add(TestTokens.unsigned(claims));
        wrong.add(new TestTokens().signed(claims));
        String[] parts = PROVIDER.signed(TestTokens.claims("nothing")).split("\\.");
        wrong.add(parts[0] + "." + TestTokens.part(claims) + "." + parts[2]);
        wrong.add(with("exp", 1_700_000_000L));
        wrong.add(with("iss", "https://id.example/realms/other"));
        wrong.add(with("aud", "somebody-else"));
        wrong.add(with("aud", null));
        wrong.add(with("iss", null));
        wrong.add(with("exp", null));
        wrong.add(with("sub", null));
        wrong.add(with("sub", "a b\nc"));
        wrong.add(with("sub", "x".repeat(250)));
        return wrong;
    }

    private static String with(String claim, Object value) {
        Map<String, Object> claims = TestTokens.claims("curator", "admin");
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return PROVIDER.signed(claims);
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
