package org.offshelf.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.access.TestAccounts.as;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.TestRecords;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class AccessTest {

    @Inject
    TestAccounts accounts;

    @Inject
    AgroalDataSource database;

    @Inject
    Slowdown slowdown;

    /** All tests come from one address. */
    @AfterEach
    void forgiveGuesses() {
        slowdown.clear();
    }

    @Test
    void readingAsksNobody() {
        // The first GET opens the connection on which the last revision is looked for.
        given().get("/test-access").then().statusCode(200);
        // What this instance does by the clock may ask in between, but not each time.
        assertThat(IntStream.range(0, 5).mapToLong(i -> connectionsTaken(() -> {
            given().get("/q/openapi").then().statusCode(200);
            given().get("/test-access").then().statusCode(200);
        })).min()).hasValue(0);
        given().get("/v1/findings?limit=1").then().statusCode(200);
        given().contentType(ContentType.JSON).body(Map.of("ids", List.of("miit"))).post("/v1/lookup").then().statusCode(200);
    }

    private long connectionsTaken(Runnable requests) {
        long before = database.getMetrics().acquireCount();
        requests.run();
        return database.getMetrics().acquireCount() - before;
    }

    @Test
    void writingNeedsTheRole() {
        String curator = accounts.open(Roles.CURATOR);
        String admin = accounts.open(Roles.ADMIN);
        problem(given().post("/test-access/write"), 401, "unauthorized");
        problem(as(admin).post("/test-access/write"), 403, "forbidden");
        as(curator).post("/test-access/write").then().statusCode(200);
        problem(as(curator).get("/v1/accounts"), 403, "forbidden");
        problem(given().get("/v1/accounts"), 401, "unauthorized");
        as(admin).get("/v1/accounts").then().statusCode(200);
    }

    @Test
    void whoHasNoAccountIsToldHowToGetOne() {
        Response refused = given().post("/test-access/write");
        assertThat(refused.jsonPath().getString("detail")).contains("OFFSHELF_ADMIN_NAME", "README");
        assertThat(refused.headers().getValues("WWW-Authenticate")).anySatisfy(
                challenge -> assertThat(challenge).startsWithIgnoringCase("basic"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/findings?limit=1", "/v1/accounts", "/test-access" })
    void wrongCredentialsAreRefusedWhateverIsAsked(String path) {
        String name = accounts.open(Roles.CURATOR);
        for (RequestSpecification wrong : List.of(as(name, "wrong"), as("nobody-here", "wrong"), as(name, ""), as("", ""),
                as(name + " ", TestAccounts.PASSWORD), as(name.toUpperCase(), TestAccounts.PASSWORD))) {
            problem(wrong.get(path), 401, "unauthorized");
            slowdown.clear();
        }
        for (String header : List.of("Basic", "Basic !!!", "Basic " + base64("no-colon"), "Bearer", "Bearer x",
                "Bearer a.b.c")) {
            Response answer = given().header("Authorization", header).get(path);
            assertThat(answer.statusCode()).as(header).isIn(200, 400, 401);
            if (answer.statusCode() == 200) {
                assertThat(path).as(header).isNotEqualTo("/v1/accounts");
            }
            slowdown.clear();
        }
    }

    @Test
    void whatStatesNoRoleIsDeniedToEverybody() {
        String all = accounts.open(Roles.ADMIN, Roles.CURATOR);
        given().get("/test-access").then().statusCode(200);
        for (RequestSpecification who : List.of(given(), as(all))) {
            Response answer = who.post("/test-access");
            problem(answer, 403, "forbidden");
            assertThat(answer.jsonPath().getString("detail")).contains("No role is stated");
        }
        problem(as(all).delete("/test-access/unstated"), 403, "forbidden");
    }

    @Test
    void anAccountIsOpenedChangedClosedAndOpenedAgain() {
        String admin = accounts.open(Roles.ADMIN);
        String name = TestRecords.fresh("t");
        Response opened = json(as(admin))
                .body(Map.of("name", name, "password", "first long secret", "roles", List.of("curator")))
                .post("/v1/accounts");
        opened.then().statusCode(201);
        assertThat(opened.header("Location")).endsWith("/v1/accounts/" + name);
        as(name, "first long secret").get("/v1/account").then().statusCode(200);

        json(as(admin)).body(Map.of("roles", List.of("curator", "admin"))).patch("/v1/accounts/" + name).then().statusCode(200);
        Response me = as(name, "first long secret").get("/v1/account");
        assertThat(me.jsonPath().getString("name")).isEqualTo(name);
        assertThat(me.jsonPath().<String> getList("roles")).containsExactly("admin", "curator");
        assertThat(me.jsonPath().getString("authentication")).isEqualTo("basic");
        assertThat(me.header("Cache-Control")).contains("no-store");

        json(as(admin)).body(Map.of("password", "second long secret")).patch("/v1/accounts/" + name).then().statusCode(200);
        problem(as(name, "first long secret").get("/v1/account"), 401, "unauthorized");
        as(name, "second long secret").get("/v1/account").then().statusCode(200);

        json(as(admin)).body(Map.of("closed", true)).patch("/v1/accounts/" + name).then().statusCode(200);
        problem(as(name, "second long secret").get("/v1/account"), 401, "unauthorized");
        assertThat(as(admin).get("/v1/accounts/" + name).jsonPath().getBoolean("closed")).isTrue();
        problem(json(as(admin)).body(Map.of("closed", false)).patch("/v1/accounts/" + name), 400, "invalid-body");
        problem(json(as(admin)).body(Map.of("password", "third long secret")).patch("/v1/accounts/" + name), 400,
                "invalid-body");
        json(as(admin)).body(Map.of("closed", false, "password", "third long secret")).patch("/v1/accounts/" + name).then()
                .statusCode(200);
        as(name, "third long secret").get("/v1/account").then().statusCode(200);
        assertThat(as(admin).get("/v1/accounts").asString() + as(admin).get("/v1/accounts/" + name).asString()
                + opened.asString()).contains(name).doesNotContain("$2", "secret", "\"password\"");
    }

    @Test
    void oneChangesOnesOwnPassword() {
        String name = accounts.open(Roles.CURATOR);
        problem(given().contentType(ContentType.JSON).body("{}").put("/v1/account/password"), 401, "unauthorized");
        Response wrong = json(as(name)).body(Map.of("current", "something else", "password", "short"))
                .put("/v1/account/password");
        problem(wrong, 400, "invalid-body");
        assertThat(wrong.jsonPath().<String> getList("errors.pointer")).containsExactly("/current", "/password");
        assertThat(wrong.asString()).doesNotContain("something else");
        json(as(name)).body(Map.of("current", TestAccounts.PASSWORD, "password", "staple tower violin"))
                .put("/v1/account/password").then().statusCode(204);
        problem(as(name).get("/v1/account"), 401, "unauthorized");
        as(name, "staple tower violin").get("/v1/account").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'name': 'x', 'password': 'short', 'roles': []}                                 | /name,/password,/roles",
            "{}                                                                              | /name,/password,/roles",
            "{'name': 'Ann Smith', 'password': 'correct horse battery', 'roles': ['boss']}   | /name,/roles/0",
            "{'name': 'data-set', 'password': 'aaaaaaaaaaaaaaaa', 'roles': [null]}           | /name,/password,/roles/0",
            "{'name': 'annabel', 'password': 'my-Annabel-2026', 'roles': ['curator']}        | /password",
            "{'name': 'a@issuer', 'password': 'correct horse battery', 'roles': ['curator']} | /name",
            "{'name': 'ann', 'password': 'correct horse', 'roles': ['curator'], 'hash': 1}   | /hash",
    })
    void allThatIsWrongWithANewAccountIsNamed(String body, String faults) {
        Response refused = json(as(accounts.open(Roles.ADMIN))).body(body.replace('\'', '"')).post("/v1/accounts");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().<String> getList("errors.pointer")).containsExactly(faults.split(","));
        assertThat(refused.asString()).doesNotContain("correct horse", "my-Annabel");
    }

    @Test
    void aPasswordHasAnEnd() {
        String admin = accounts.open(Roles.ADMIN);
        String longest = "abcdefgh".repeat(9);
        String name = TestRecords.fresh("t");
        Map<String, Object> draft = Map.of("name", name, "roles", List.of("curator"), "password", longest + "x");
        problem(json(as(admin)).body(draft).post("/v1/accounts"), 400, "invalid-body");
        json(as(admin)).body(Map.of("name", name, "roles", List.of("curator"), "password", longest)).post("/v1/accounts").then()
                .statusCode(201);
        as(name, longest).get("/v1/account").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{", "{}" })
    void aBodyThatSaysNothingChangesNothing(String body) {
        String admin = accounts.open(Roles.ADMIN);
        for (String method : List.of("POST /v1/accounts", "PATCH /v1/accounts/" + admin, "PUT /v1/account/password")) {
            Response answer = json(as(admin)).body(body).request(method.split(" ")[0], method.split(" ")[1]);
            assertThat(answer.statusCode()).as(method + answer.asString()).isEqualTo(400);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
        }
    }

    @Test
    void ofManyWhoOpenTheSameAccountAtOnceOneDoes() throws Exception {
        String admin = accounts.open(Roles.ADMIN);
        String name = TestRecords.fresh("t");
        List<Integer> statuses = atOnce(8, () -> json(as(admin))
                .body(Map.of("name", name, "password", "correct horse battery", "roles", List.of("curator")))
                .post("/v1/accounts").statusCode());
        assertThat(statuses).hasSize(8).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void nobodyIsFoundUnderAnUnknownName() {
        String admin = accounts.open(Roles.ADMIN);
        problem(as(admin).get("/v1/accounts/nobody-here"), 404, "not-found");
        problem(json(as(admin)).body(Map.of("closed", true)).patch("/v1/accounts/nobody-here"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "cross-site, -, 403", "same-site, -, 403", "same-origin, -, 200", "none, -, 200", "-, -, 200",
            "-, https://evil.example, 403", "-, null, 403", "-, own, 200", "cross-site, own, 403", "nonsense, -, 403" })
    void noOtherSiteWritesWithARememberedPassword(String site, String origin, int status) {
        String curator = accounts.open(Roles.CURATOR);
        RequestSpecification request = as(curator);
        RequestSpecification reading = as(curator);
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
            reading.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            String sent = origin.equals("own") ? "http://localhost:" + RestAssured.port : origin;
            request.header("Origin", sent);
            reading.header("Origin", sent);
        }
        Response answer = request.post("/test-access/write");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        if (status == 403) {
            problem(answer, 403, "forbidden");
        }
        reading.get("/test-access").then().statusCode(200);
    }

    @Test
    void othersMayReadFromAnySite() {
        given().header("Origin", "https://dashboard.example").header("Sec-Fetch-Site", "cross-site")
                .contentType(ContentType.JSON).body(Map.of("ids", List.of("miit"))).post("/v1/lookup").then().statusCode(200)
                .header("Access-Control-Allow-Origin", "https://dashboard.example");
    }

    @Test
    void guessingIsSlowedDown() {
        String name = accounts.open(Roles.CURATOR);
        for (int i = 0; i < 5; i++) {
            problem(as(name, "guess " + i).get("/v1/account"), 401, "unauthorized");
        }
        Response slowed = as(name, "guess 6").get("/v1/findings");
        problem(slowed, 429, "too-many-requests");
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isEqualTo(1);
        given().get("/v1/findings?limit=1").then().statusCode(200);
        slowdown.clear();
        as(name).get("/v1/account").then().statusCode(200);
    }

    static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(times, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    static RequestSpecification json(RequestSpecification request) {
        return request.contentType(ContentType.JSON);
    }

    static void problem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("https://offshelf.org/problems/" + type);
        assertThat(answer.jsonPath().getString("instance")).startsWith("urn:request:");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }
}
