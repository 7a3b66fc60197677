package org.offshelf.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offshelf.access.AccessTest.json;
import static org.offshelf.access.AccessTest.problem;
import static org.offshelf.access.TestAccounts.as;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offshelf.ledger.Cause;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import javax.sql.DataSource;

@QuarkusTest
class AuditTest {

    @Inject
    TestAccounts accounts;

    @Inject
    Slowdown slowdown;

    @Inject
    Refusals refusals;

    @Inject
    Authors authors;

    @Inject
    Session session;

    @Inject
    DataSource dataSource;

    @AfterEach
    void forgiveGuesses() {
        slowdown.clear();
    }

    @Test
    void aWriteIsOnTheTrailWithItsRevision() {
        String ann = accounts.open(Roles.CURATOR);
        var answer = as(ann).header("X-Request-Id", "my-request-1").post("/test-access/write?secret=x");
        long revision = Long.parseLong(answer.asString());
        JsonPath line = audit("?account=" + ann);
        assertThat(line.getList("results")).hasSize(1);
        Map<String, Object> entry = line.getMap("results[0]");
        assertThat(entry).containsEntry("account", ann).containsEntry("roles", List.of("curator"))
                .containsEntry("authentication", "basic").containsEntry("operation", "write").containsEntry("method", "POST")
                .containsEntry("path", "/test-access/write").containsEntry("address", "127.0.0.1")
                .containsEntry("requestId", "my-request-1").containsEntry("status", 200)
                .containsEntry("revisions", List.of((int) revision));
        assertThat(count("select audit_id from revision where revision = " + revision))
                .isEqualTo(((Number) entry.get("id")).longValue());
    }

    @Test
    void aWriteThatFailsIsOnTheTrailWithoutARevision() {
        String ann = accounts.open(Roles.CURATOR);
        as(ann).post("/test-access/fail").then().statusCode(500);
        JsonPath line = audit("?account=" + ann);
        assertThat(line.getList("results")).hasSize(1);
        assertThat(line.getInt("results[0].status")).isEqualTo(500);
        assertThat(line.getList("results[0].revisions")).isEmpty();
    }

    @Test
    void whatIsDoneToAccountsIsOnTheTrail() {
        String admin = accounts.open(Roles.ADMIN);
        String ann = accounts.open(Roles.CURATOR);
        json(as(admin)).body(Map.of("closed", true)).patch("/v1/accounts/" + ann).then().statusCode(200);
        json(as(admin)).body("{").patch("/v1/accounts/" + ann).then().statusCode(400);
        JsonPath line = audit("?account=" + admin);
        assertThat(line.<String> getList("results.operation")).containsExactly("changeAccount", "changeAccount");
        assertThat(line.<Integer> getList("results.status")).containsExactly(400, 200);
        assertThat(line.getString("results[1].path")).isEqualTo("/v1/accounts/" + ann);
    }

    @Test
    void readingIsNotOnTheTrail() {
        long before = count("select count(*) from audit");
        given().get("/v1/findings?limit=1").then().statusCode(200);
        json(given()).body(Map.of("ids", List.of("miit"))).post("/v1/lookup").then().statusCode(200);
        as(accounts.open(Roles.ADMIN)).get("/v1/accounts").then().statusCode(200);
        assertThat(count("select count(*) from audit")).isEqualTo(before);
    }

    @Test
    void nobodyWritesAsACuratorOffTheTrail() {
        assertThatThrownBy(() -> authors.curator(Cause.OBSERVATION, null)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("audit trail");
        as(accounts.open(Roles.CURATOR)).get("/test-access/write-by-get").then().statusCode(500);
    }

    @Test
    void refusalsAreCountedNotListed() throws InterruptedException {
        String ann = accounts.open(Roles.CURATOR);
        long before = count("select count(*) from audit");
        long anonymous = refused(401, null);
        for (int i = 0; i < 20; i++) {
            given().post("/test-access/write").then().statusCode(401);
        }
        problem(as(ann, "wrong").post("/test-access/write"), 401, "unauthorized");
        problem(as("my typed password", "wrong").post("/test-access/write"), 401, "unauthorized");
        problem(as(ann).get("/v1/accounts"), 403, "forbidden");
        problem(as(ann).header("Sec-Fetch-Site", "cross-site").post("/test-access/write"), 403, "forbidden");
        assertThat(count("select count(*) from audit")).isEqualTo(before);
        // Counted when the answer is out: the last may still be on its way.
        for (int i = 0; i < 50 && refused(401, null) < anonymous + 21; i++) {
            Thread.sleep(100);
        }
        assertThat(refused(401, null)).isEqualTo(anonymous + 21);
        assertThat(refused(401, ann)).isEqualTo(1);
        assertThat(refused(403, ann)).isEqualTo(1);
        JsonPath lines = as(accounts.open(Roles.ADMIN)).get("/v1/audit/refusals?limit=1000").jsonPath();
        assertThat(lines.<String> getList("results.account")).doesNotContain("my typed password");
        assertThat(lines.<String> getList("results.address")).contains("127.0.0.1");
    }

    @Test
    void noAttackerFillsTheDisk() {
        // In an hour of its own, which it fills up.
        Refusals another = new Refusals(session, Clock.offset(Clock.systemUTC(), Duration.ofDays(-2)));
        for (int i = 0; i < 5_000; i++) {
            another.add(401, null, "198.51." + i / 250 + "." + i % 250, "POST", "/v1/apps");
            if (i % 1_000 == 0) {
                another.write();
            }
        }
        another.write();
        String then = "from refusal where hour < now() - interval 1 day";
        assertThat(count("select count(*) " + then)).isEqualTo(Refusals.MOST_LINES_AN_HOUR + 1L);
        assertThat(count("select sum(count) " + then)).isEqualTo(5_000);
    }

    @Test
    void itsPagesGoOnToTheEnd() {
        String ann = accounts.open(Roles.CURATOR);
        for (int i = 0; i < 7; i++) {
            as(ann).post("/test-access/write").then().statusCode(200);
        }
        List<Integer> ids = new ArrayList<>();
        String admin = accounts.open(Roles.ADMIN);
        for (String next = "/v1/audit?account=" + ann + "&limit=3"; next != null;) {
            JsonPath page = as(admin).get(next).jsonPath();
            ids.addAll(page.getList("results.id"));
            next = page.getString("links.next");
        }
        assertThat(ids).hasSize(7).isSortedAccordingTo((a, b) -> b - a);
        assertThat(new HashSet<>(ids)).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({ "limit=0,limit", "limit=1001,limit", "limit=x,limit", "cursor=x,cursor", "acount=ann,acount",
            "account=,account", "limit=1&limit=2,limit" })
    void whatIsNotUnderstoodIsNamed(String query, String parameter) {
        String admin = accounts.open(Roles.ADMIN);
        for (String path : List.of("/v1/audit?", "/v1/audit/refusals?")) {
            var answer = as(admin).get(path + query);
            problem(answer, 400, "invalid-parameter");
            assertThat(answer.jsonPath().<String> getList("errors.parameter")).containsExactly(parameter);
        }
    }

    private JsonPath audit(String query) {
        return as(accounts.open(Roles.ADMIN)).get("/v1/audit" + query).then().statusCode(200).extract().jsonPath();
    }

    private long refused(int status, String account) {
        refusals.write();
        return count("select coalesce(sum(count), 0) from refusal where status = " + status + " and account = '"
                + (account == null ? "" : account) + "'");
    }

    private long count(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
