package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.etag;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.patch;
import static org.offshelf.curating.Curator.post;
import static org.offshelf.curating.Curator.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.http.Problem;
import org.offshelf.ledger.LedgerTable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class WritesTest {

    private static final String CORRECTION = "{'appName':'%s','reason':'Misread.'}";

    @Inject
    Cases cases;

    @Inject
    LedgerTable ledger;

    @Inject
    TestRecords records;

    @Inject
    Session session;

    @Test
    void aTagHoldsUntilTheRecordItselfIsWritten() {
        Cases.Case named = cases.named(1);
        String read = etag(named.finding());
        cases.named(1); // the registry goes on
        Response first = patch(named.finding(), read, CORRECTION.formatted("一"));
        assertThat(ok(first)).isEqualTo(Api.one(named.finding()));
        assertThat(first.header("ETag")).isEqualTo(etag(named.finding()));
        assertThat(ledger.author(ok(first).get("revision").longValue())).isEqualTo("ann correction Misread.");

        long revision = ledger.current();
        Response stale = patch(named.finding(), read, CORRECTION.formatted("二"));
        Problem problem = problem(412, stale);
        assertThat(stale.header("ETag")).isEqualTo(etag(named.finding()));
        assertThat(problem.detail()).contains(etag(named.finding()).replace("--gzip", ""));
        assertThat(ledger.current()).isEqualTo(revision);

        ok(patch(named.finding(), first.header("ETag"), CORRECTION.formatted("三")));
        ok(patch(named.finding(), ANY, CORRECTION.formatted("四")));
        assertThat(Api.one(named.finding()).get("appName").textValue()).isEqualTo("四");
    }

    @Test
    void theTagOfAListIsAsGood() {
        Cases.Case named = cases.named(1);
        String list = Api.get(named.noticePath() + "/findings").header("ETag");
        ok(patch(named.finding(), list, CORRECTION.formatted("一")));
        problem(412, patch(named.finding(), list, CORRECTION.formatted("二")));
    }

    @Test
    void aTagOfCompressedBytesIsAsGood() {
        Cases.Case named = cases.named(1);
        String tag = RestAssured.given().header("Accept-Encoding", "gzip").get(named.finding()).header("ETag");
        assertThat(tag).endsWith("--gzip\"");
        ok(patch(named.finding(), tag, CORRECTION.formatted("一")));
    }

    @Test
    void whatIsNoTagOfOursNeverMatches() {
        Cases.Case named = cases.named(1);
        problem(428, patch(named.finding(), null, CORRECTION.formatted("一")));
        for (String tag : List.of("\"x\"", "W/" + etag(named.finding()), "\"999999-0123456789abcdef\"", "")) {
            problem(412, patch(named.finding(), tag, CORRECTION.formatted("一")));
        }
    }

    @Test
    void ofTwoWhoReadTheSameOneComesTooLate() throws Exception {
        Cases.Case named = cases.named(1);
        String read = etag(named.finding());
        List<Integer> statuses = atOnce(2,
                i -> patch(named.finding(), read, CORRECTION.formatted("名" + i)).statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void theSameRequestIsDoneOnceAndAnsweredAgain() {
        Cases.Case named = cases.named(1);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String read = etag(named.finding());
        String body = "{'kind':'rectified','date':'2021-11-20','source':'" + named.source() + "'}";
        Response first = post(named.finding() + "/events", read, key, body);
        ok(first);
        ok(patch(named.finding(), ANY, CORRECTION.formatted("后来")));
        long revision = ledger.current();
        Response again = post(named.finding() + "/events", read, key, body);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(ledger.current()).isEqualTo(revision);

        assertThat(problem(422, post(named.finding() + "/events", read, key, body.replace("11-20", "11-21"))).detail())
                .contains("was used for another request");
        problem(422, post("/v1/findings/miit-2021-11-3/events", read, key, body));
    }

    @Test
    void aNewRecordIsAnsweredAgainWithWhereItIs() {
        Map<String, String> key = Map.of("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        String body = "{'kind':'press','title':'报道','url':'https://example.org/" + UUID.randomUUID() + "'}";
        Response first = post("/v1/sources", null, key, body);
        Response again = post("/v1/sources", null, key, body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).contains("/v1/sources/src-");
        assertThat(again.asString()).isEqualTo(first.asString());
        problem(409, post("/v1/sources", null, body));
    }

    @Test
    void theSameKeyAtOnceMakesOneRevision() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{'kind':'press','title':'报道','url':'https://example.org/" + UUID.randomUUID() + "'}";
        long before = ledger.current();
        List<String> answers = atOnce(4, i -> {
            Response answer = post("/v1/sources", null, key, body);
            return answer.statusCode() + answer.asString();
        });
        assertThat(answers).allMatch(answer -> answer.startsWith("201")).containsOnly(answers.get(0));
        assertThat(ledger.current()).isEqualTo(before + 1);
    }

    @Test
    void whatWasRefusedLeavesItsKeyFree() {
        Cases.Case named = cases.named(1);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String path = named.finding() + "/events";
        problem(400, post(path, ANY, key, "{}"));
        ok(post(path, ANY, key, "{'kind':'rectified','date':'2021-11-20','source':'" + named.source() + "'}"));
    }

    @Test
    void aKeyIsAKey() {
        for (String key : List.of("\"\"", "a\"b", "x".repeat(256), "a b", "a, b")) {
            assertThat(
                    problem(400, post("/v1/sources", null, Map.of("Idempotency-Key", key), "{}")).errors().get(0).parameter())
                    .isEqualTo("Idempotency-Key");
        }
    }

    @Test
    void keysAreForgottenAfterTwoDaysAndNotBefore() {
        String old = key(49);
        String young = key(25);
        ok(post("/v1/sources", null, Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                "{'kind':'press','title':'报道','url':'https://example.org/" + UUID.randomUUID() + "'}"));
        assertThat(kept(old)).isZero();
        assertThat(kept(young)).isEqualTo(1);
    }

    private String key(int hoursAgo) {
        String key = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("insert into idempotency_key"
                + " (account, request_key, fingerprint, status, location, revision, notes, used)"
                + " values ('ann', ?1, 'x', 200, '/', 1, '', utc_timestamp(6) - interval " + hoursAgo + " hour)")
                .setParameter(1, key).executeUpdate());
        return key;
    }

    private long kept(String key) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) session.createNativeQuery(
                "select count(*) from idempotency_key where request_key = ?1", Object.class).setParameter(1, key)
                .getSingleResult()).longValue());
    }

    @Test
    void aCorrectionThatChangesNothingTakesNoRevision() {
        Cases.Case named = cases.named(1);
        JsonNode before = Api.one(named.finding());
        long revision = ledger.current();
        assertThat(ok(patch(named.finding(), ANY, CORRECTION.formatted(before.get("appName").textValue())))).isEqualTo(before);
        assertThat(ledger.current()).isEqualTo(revision);
    }

    private static <T> List<T> atOnce(int times, IntFunction<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> answers = threads
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> (Callable<T>) () -> work.apply(i)).toList());
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
