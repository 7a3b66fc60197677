package org.offshelf.importing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.access.Roles;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import javax.sql.DataSource;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "anna", roles = Roles.CURATOR)
class JobsTest {

    /** Two waits for a lock, and until it is claimed. */
    private static final Duration TRIED_AGAIN_FOR = Duration.ofSeconds(24);
    private static final String HEADINGS = "应用名称,应用开发者,应用来源,应用版本,所涉问题";

    @Inject
    ImportStore store;

    @Inject
    ImportRun run;

    @Inject
    JobQueue queue;

    @Inject
    DataSource database;

    @TestHTTPResource("/v1/imports/")
    URI imports;

    @Test
    void whatADeadInstanceLeftBehindIsDoneOnce() throws InterruptedException {
        JsonNode planned = planned("接手测试");
        String id = planned.at("/id").asText();
        long before = Intake.revision();
        Ledger.run(
                "update import_progress set lease_until = sysdate(6) - interval 1 second, applied = 1 where import_id = '" + id
                        + "'");
        Ledger.run(
                "update import_job set state = 'applying', dry_run = false, claimed_by = 'dead', attempts = 1 where id = '" + id
                        + "'");
        JsonNode ended = ended(id);
        assertThat(ended.at("/state").asText()).isEqualTo("applied");
        assertThat(ended.at("/revision").asLong()).isEqualTo(before + 1).isEqualTo(Intake.revision());
        Api.one("/v1/findings/" + ended.at("/notice").asText() + "-1");
    }

    @Test
    void whatEndsEveryInstanceIsGivenUp() throws InterruptedException {
        String id = planned("放弃测试").at("/id").asText();
        long before = Intake.revision();
        Ledger.run("update import_progress set lease_until = sysdate(6) - interval 1 second where import_id = '" + id + "'");
        Ledger.run(
                "update import_job set state = 'applying', dry_run = false, claimed_by = 'dead', attempts = 3 where id = '" + id
                        + "'");
        JsonNode ended = ended(id);
        assertThat(ended.at("/state").asText()).isEqualTo("failed");
        assertThat(ended.at("/problem/detail").asText()).contains("interrupted");
        assertThat(Intake.revision()).isEqualTo(before);
        // Asked for again, it is begun again
        assertThat(Intake.ok(201, Intake.applyTo(id, "{}")).at("/state").asText())
                .isEqualTo("applied");
    }

    @Test
    void whoAppliesTheSameAtTheSameTimeIsAnsweredAlike() throws Exception {
        String id = planned("并发应用测试").at("/id").asText();
        long before = Intake.revision();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(threads.submit(() -> Intake.applyTo(id, "{}").statusCode()));
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(200, 201);
        }
        threads.shutdown();
        assertThat(Intake.revision()).isEqualTo(before + 1);
    }

    @Test
    void whoWaitsForAnotherWriteHasNotTried() throws Exception {
        String id = planned("等候测试").at("/id").asText();
        try (Connection other = database.getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select revision from revision_counter where id = 1 for update").close();
            Ledger.run("update import_job set state = 'queued', dry_run = false, attempts = 0 where id = '" + id + "'");
            Thread.sleep(TRIED_AGAIN_FOR.plusSeconds(3).toMillis());
            other.rollback();
        }
        assertThat(ended(id).at("/state").asText()).isEqualTo("applied");
        assertThat(Ledger.one("select attempts from import_job where id = '" + id + "'")).isEqualTo("1");
    }

    @Test
    void theSameOnTwoInstancesAtOnceIsOneRevision() throws Exception {
        String hints = Intake.hints();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(Intake.ok(200, Intake.csv(hints, HEADINGS, "同时测试,同时测试有限公司,应用宝,1.0,违规收集个人信息")).at("/id").asText());
        }
        long before = Intake.revision();
        ids.forEach(id -> claim(id, queue.instance()));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> runs = new ArrayList<>();
        ids.forEach(id -> runs.add(threads.submit(() -> run.run(store.find(id).orElseThrow()))));
        for (Future<?> one : runs) {
            one.get();
        }
        threads.shutdown();
        assertThat(ids).extracting(id -> Intake.get("/v1/imports/" + id).at("/state").asText())
                .containsExactlyInAnyOrder("applied", "unchanged");
        assertThat(Intake.revision()).isEqualTo(before + 1);
    }

    @Test
    void whoLostTheClaimLeavesNothing() {
        JsonNode planned = planned("失去测试");
        String id = planned.at("/id").asText();
        long before = Intake.revision();
        claim(id, "another instance");
        assertThatThrownBy(() -> run.run(store.find(id).orElseThrow()))
                .hasStackTraceContaining("The claim on " + id + " is lost");
        assertThat(Intake.revision()).isEqualTo(before);
        Api.problem(404, "/v1/notices/" + planned.at("/report/notice/id").asText());
        assertThat(Ledger.one("select count(*) from app where name = '失去测试'")).isEqualTo("0");
    }

    @Test
    void progressIsToldUntilTheEnd() throws Exception {
        String id = planned("跟随测试").at("/id").asText();
        HttpResponse<String> events = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(imports.resolve(id + "/events")).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(events.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(events.body()).contains("event:planned").contains("\"rowsRead\":1").containsOnlyOnce("event:");
    }

    @Test
    void importsAreListedAndTheirDocumentsKept() {
        JsonNode one = planned("列出测试");
        String id = one.at("/id").asText();
        JsonNode page = Intake.get("/v1/imports?state=planned&limit=1");
        assertThat(page.at("/results/0/id").asText()).isEqualTo(id);
        planned("列出又测试");
        page = Intake.get("/v1/imports?limit=1");
        assertThat(Intake.get(page.at("/links/next").asText()).at("/results/0/id").asText()).isEqualTo(id);
        assertThat(new String(store.document(id), StandardCharsets.UTF_8)).startsWith(HEADINGS);
        assertThat(Intake.json(RestAssured.get("/v1/imports?stat=planned")).at("/errors/0/didYouMean").asText())
                .isEqualTo("state");
    }

    @Test
    void whoWillNotWaitIsToldWhereToLook() throws InterruptedException {
        JsonNode accepted = Intake.ok(202, Intake.csv(Intake.hints() + "&wait=0", HEADINGS, "不等测试,不等测试有限公司,应用宝,1.0,违规收集个人信息"));
        assertThat(accepted.at("/state").asText()).isIn("queued", "reading");
        assertThat(ended(accepted.at("/id").asText()).at("/state").asText()).isEqualTo("planned");
    }

    private static JsonNode planned(String app) {
        return Intake.ok(200, Intake.csv(Intake.hints(), HEADINGS, app + "," + app + "有限公司,应用宝,1.0,违规收集个人信息"));
    }

    private static void claim(String id, String instance) {
        Ledger.run("update import_progress set lease_until = sysdate(6) + interval 1 hour where import_id = '" + id + "'");
        Ledger.run("update import_job set state = 'applying', dry_run = false, claimed_by = '" + instance
                + "', attempts = 1 where id = '" + id + "'");
    }

    private static JsonNode ended(String id) throws InterruptedException {
        JsonNode one = Intake.get("/v1/imports/" + id);
        for (int i = 0; i < 300 && List.of("queued", "reading", "applying").contains(one.at("/state").asText()); i++) {
            Thread.sleep(100);
            one = Intake.get("/v1/imports/" + id);
        }
        return one;
    }
}
