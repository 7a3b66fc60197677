package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.app.Apps;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingEvent;
import org.offshelf.finding.FindingEventKind;
import org.offshelf.finding.Findings;
import org.offshelf.ledger.Readings;
import org.offshelf.ledger.Standing;
import org.offshelf.notice.Notice;
import org.offshelf.source.Sources;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** What a revision answers, it answers for ever: to the byte, whatever is written afterwards. */
@QuarkusTest
@TestProfile(OwnRegistry.class)
class PermanentAnswersTest {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    TestRecords records;

    @Inject
    Findings findings;

    @Inject
    Apps apps;

    @Inject
    Sources sources;

    @Inject
    Readings readings;

    @Test
    void bytesAndTagsStayAsTheyAreWhateverIsWritten() {
        long revision = readings.currentRevision();
        Map<String, Response> first = new LinkedHashMap<>();
        for (String target : targets("revision=" + revision)) {
            Response response = Registry.get(target);
            assertThat(response.statusCode()).as(target + response.asString()).isEqualTo(200);
            assertThat(response.header("Cache-Control")).as(target).isEqualTo(FOR_EVER);
            assertThat(response.header("ETag")).as(target).startsWith("\"" + revision + "-");
            first.put(target, response);
        }
        changeMuch();
        assertThat(readings.currentRevision()).isGreaterThan(revision);
        first.forEach((target, before) -> {
            Response after = Registry.get(target);
            assertThat(after.asByteArray()).as(target).isEqualTo(before.asByteArray());
            for (String name : List.of("ETag", "Cache-Control", "Content-Type", "Link")) {
                assertThat(after.headers().getValues(name)).as(target + name).isEqualTo(before.headers().getValues(name));
            }
            assertThat(Registry.asking().header("If-None-Match", before.header("ETag")).get(target).statusCode())
                    .isEqualTo(304);
            String now = target.replaceAll("[?&]revision=\\d+", "").replaceFirst("&", "?").replace("??", "?");
            assertThat(Registry.get(now).asByteArray()).as("changed: " + now).isNotEqualTo(before.asByteArray());
        });
    }

    private static List<String> targets(String moment) {
        return List.of("/v1/findings?limit=1000&include=notice,app,operator,sources&" + moment,
                "/v1/findings?facet=status,app.status,category.group,operator&limit=3&" + moment,
                "/v1/findings?format=csv&" + moment, "/v1/findings?format=ndjson&include=sources&" + moment,
                "/v1/findings?format=xlsx&" + moment, "/v1/findings?format=xlsx&asOf=2021-12-01&" + moment,
                "/v1/findings?asOf=2021-12-01&" + moment,
                "/v1/apps?limit=1000&" + moment, "/v1/apps?q=douban&" + moment,
                "/v1/findings/aggregate?groupBy=status,published:month&metrics=findings,apps&fill=zero&" + moment,
                "/v1/findings/aggregate?groupBy=operator&format=csv&" + moment,
                "/v1/findings/aggregate?groupBy=app&format=xlsx&" + moment,
                "/v1/findings/miit-2021-11-1?include=app,notice,sources&" + moment,
                "/v1/apps/app-70fy3psh/timeline?" + moment, "/v1/search?q=ai&" + moment, "/v1/suggest?q=to&" + moment);
    }

    /** Something of all that the targets show. */
    private void changeMuch() {
        records.run(() -> findings.findAll().stream().forEach(finding -> {
            finding.appName = "改 " + finding.appName;
            finding.happened(new FindingEvent(FindingEventKind.RECTIFIED, LocalDate.of(2021, 11, 30), null,
                    sources.findAll().firstResult().id, null));
            finding.category.clear();
        }));
        records.run(() -> apps.findAll().stream().forEach(app -> app.name = "改 " + app.name));
        records.run(() -> {
            Notice notice = records.notice("miit", LocalDate.of(2021, 11, 20));
            App app = records.app();
            app.name = "AI douban to";
            Finding finding = records.finding(notice, 1, app);
            finding.operator = records.operator().id;
            apps.findById("app-70fy3psh").standing = Standing.CURRENT;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/findings?limit=2", "/v1/findings/miit-2021-11-1", "/v1/findings?format=csv",
            "/v1/findings/aggregate?groupBy=status", "/v1/apps/app-70fy3psh/timeline", "/v1/search?q=douban" })
    void everyAnswerLeadsToItselfAtItsRevision(String target) {
        long revision;
        Response answer;
        do { // An import that an earlier test began may end in between.
            revision = readings.currentRevision();
            answer = Registry.get(target);
        } while (readings.currentRevision() != revision);
        String permanent = target + (target.contains("?") ? '&' : '?') + "revision=" + revision;
        assertThat(answer.headers().getValues("Link")).contains('<' + permanent + ">; rel=\"bookmark\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        Response pinned = Registry.get(permanent);
        assertThat(pinned.headers().getValues("Link")).contains('<' + permanent + ">; rel=\"bookmark\"");
        if (!target.contains("csv") && Registry.read(answer.asString()).has("links")) {
            assertThat(Registry.read(answer.asString()).at("/links/permanent").textValue()).isEqualTo(permanent);
        }
    }

    @Test
    void anInstantAnswersAsItsRevisionByTheByte() {
        long before = records.run(records::app);
        String then = readings.revision(before).orElseThrow().at().toString();
        records.run(records::app);
        Response byInstant = Registry.get("/v1/apps?knownAt=" + then + "&limit=3");
        Response byRevision = Registry.get("/v1/apps?revision=" + before + "&limit=3");
        assertThat(byInstant.asByteArray()).isEqualTo(byRevision.asByteArray());
        assertThat(byInstant.header("ETag")).isEqualTo(byRevision.header("ETag"));
        assertThat(byInstant.header("Content-Location")).isEqualTo("/v1/apps?revision=" + before + "&limit=3");
        assertThat(byInstant.header("Cache-Control")).as("a clock may be set").isEqualTo("no-cache");
        String here = then.replace("Z", "%2B00:00");
        assertThat(Registry.get("/v1/apps?knownAt=" + here + "&limit=3").asByteArray()).isEqualTo(byRevision.asByteArray());
        String next = Registry.json("/v1/apps?knownAt=" + then + "&limit=3").at("/links/next").textValue();
        assertThat(Registry.json(next).at("/meta/revision").longValue()).isEqualTo(before);
        String cursor = Registry.json("/v1/apps?knownAt=" + then + "&limit=3").at("/meta/nextCursor").textValue();
        assertThat(Registry.get("/v1/apps?knownAt=" + then + "&limit=3&cursor=" + cursor).statusCode()).isEqualTo(200);
    }

    @Test
    void deadlinesAreJudgedOnTheDayOfTheRevision() {
        JsonNode pinned = Registry.json("/v1/findings?limit=1&revision=" + readings.currentRevision());
        assertThat(pinned.at("/meta/judgedOn").textValue())
                .isEqualTo(readings.revision(readings.currentRevision()).orElseThrow().day().toString());
        assertThat(Registry.json("/v1/findings?limit=1&asOf=2021-11-05").at("/meta/judgedOn").textValue())
                .isEqualTo("2021-11-05");
        assertThat(Registry.json("/v1/findings?limit=1").at("/meta/judgedOn").textValue())
                .isEqualTo(readings.today().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "revision=0                                 | A whole number from 1.",
            "revision=x                                 | A whole number from 1.",
            "revision=999999999                         | There is no such revision; the last is",
            "revision=1&revision=2                      | Given more than once.",
            "revision=1&knownAt=2021-01-01              | both say what the registry held",
            "knownAt=yesterday                          | An instant, such as",
            "knownAt=2021-02-30                         | An instant, such as",
            "knownAt=1999-12-31                         | Nothing was held yet: the first revision is of",
            "knownAt=2999-12-31                         | This is not over yet; now is",
            "knownAt=2999-12-31T00:00:00Z               | This is not over yet; now is",
            "asOf=2999-12-31                            | This day has not come yet",
            "asOf=2021-02-30                            | A day that exists",
            "asOf=2021                                  | A day that exists" })
    void momentsThatAreNoneAreToldAll(String moment, String message) {
        for (String target : List.of("/v1/findings?", "/v1/findings/miit-2021-11-1?", "/v1/findings/aggregate?",
                "/v1/apps/app-70fy3psh/timeline?", "/v1/search?q=ai&", "/v1/suggest?q=ai&", "/v1/findings?format=csv&",
                "/v1/apps/app-70fy3psh/findings?")) {
            var problem = Api.problem(400, target + moment);
            assertThat(problem.errors()).as(target).anyMatch(fault -> fault.message().contains(message.strip()));
        }
        assertThat(Api.problem(400, "/v1/findings?status=x&" + moment).errors()).hasSizeGreaterThan(1);
    }

    @Test
    void aRecordThatWasNotThereYetSaysWhenItBegins() {
        long before = readings.currentRevision();
        String[] ids = new String[2];
        long made = records.run(() -> {
            Notice notice = records.notice("miit", LocalDate.of(2021, 6, 1));
            ids[0] = notice.id;
            ids[1] = records.notice("miit", null).id;
        });
        assertThat(Api.problem(404, "/v1/notices/" + ids[0] + "?revision=" + before).detail())
                .isEqualTo("There was no notice `" + ids[0] + "` at revision " + before + ": it begins with revision " + made
                        + ".");
        assertThat(Api.problem(404, "/v1/notices/" + ids[0] + "/findings?asOf=2021-05-31").detail())
                .isEqualTo("There was no notice `" + ids[0] + "` on 2021-05-31: it begins on 2021-06-01.");
        assertThat(Api.problem(404, "/v1/notices/" + ids[1] + "?asOf=2021-05-31").detail()).contains("bears no day");
        assertThat(Api.get("/v1/notices/" + ids[0] + "?asOf=2021-06-01").statusCode()).isEqualTo(200);
        assertThat(Api.list("/v1/findings?asOf=2021-05-31&limit=0&notice=" + ids[0]).count()).isZero();
    }

    @Test
    void aCursorIsOfOneMoment() {
        String cursor = Registry.json("/v1/findings?limit=1&asOf=2021-11-05").at("/meta/nextCursor").textValue();
        assertThat(Api.problem(400, "/v1/findings?limit=1&cursor=" + cursor).type().toString()).endsWith("invalid-cursor");
        assertThat(Api.problem(400, "/v1/findings?limit=1&asOf=2021-11-06&cursor=" + cursor).type().toString())
                .endsWith("invalid-cursor");
        assertThat(Api.list("/v1/findings?limit=1&asOf=2021-11-05&cursor=" + cursor).results()).hasSize(1);
    }

    @Test
    void lookupsAndMatchesAreOfAMomentToo() {
        String body = "{\"ids\": [\"app-70fy3psh\", \"lnca-2021-11-08-2\"]}";
        assertThat(found(body, "?asOf=2021-11-07")).isEmpty();
        assertThat(found(body, "?asOf=2021-11-08")).containsExactly("named", "named");
        assertThat(found(body, "?asOf=2021-12-10")).containsExactly("removal-ordered", "removal-ordered");
        String names = "{\"queries\": {\"a\": {\"name\": \"统一AI\"}}}";
        assertThat(post("/v1/match?asOf=2021-11-07", names).at("/results/a/candidates")).isEmpty();
        assertThat(post("/v1/match?asOf=2021-11-08", names).at("/results/a/candidates/0/href").textValue())
                .isEqualTo("/v1/apps/app-70fy3psh?asOf=2021-11-08");
        assertThat(Registry.asking().contentType("application/json").body(body).post("/v1/lookup?on=1").statusCode())
                .isEqualTo(400);
    }

    private static List<String> found(String body, String moment) {
        return StreamSupport.stream(post("/v1/lookup" + moment, body).get("results").spliterator(), false)
                .filter(one -> one.get("found").booleanValue()).map(one -> one.get("status").textValue()).toList();
    }

    private static JsonNode post(String target, String body) {
        Response response = Registry.asking().contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8))
                .post(target);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return Registry.read(response.asString());
    }
}
