package org.offshelf.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.patch;
import static org.offshelf.curating.Curator.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.curating.Cases;
import org.offshelf.http.Problem;
import org.offshelf.ledger.ChangeLog;
import org.offshelf.ledger.LedgerTable;
import org.offshelf.ledger.Position;
import org.offshelf.ledger.Readings;
import org.offshelf.ledger.Selection;
import org.offshelf.query.RecordFilters;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class ChangesTest {

    @Inject
    Cases cases;
    @Inject
    TestRecords records;
    @Inject
    LedgerTable ledger;
    @Inject
    Readings readings;
    @Inject
    ChangeLog log;
    @Inject
    Session session;
    @Inject
    RecordFilters filters;

    /** The first page ends within the next revision, so that the last whole one is the same before and after. */
    @Test
    void anEmptyPageIsNotTakenForThatOfTheNextRevision() {
        String target = "/v1/changes?limit=2&since=" + readings.currentRevision();
        String tag = given().get(target).header("ETag");
        assertThat(given().header("If-None-Match", tag).get(target).statusCode()).isEqualTo(304);
        records.run(() -> {
            records.app();
            records.app();
        });
        Response next = given().header("If-None-Match", tag).get(target);
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(Api.json(next.asString()).get("results")).hasSize(2);
    }

    @Test
    void noValueLooksLikeAnotherFilter() {
        assertThat(identity(Map.of("type", List.of("findings"), "q", List.of("a], store=[huawei"))))
                .isNotEqualTo(identity(Map.of("type", List.of("findings"), "q", List.of("a"), "store", List.of("huawei"))));
        assertThat(identity(Map.of("q", List.of("a"), "type", List.of("findings"))))
                .isEqualTo(identity(Map.of("type", List.of("findings"), "q", List.of("a"))));
    }

    private String identity(Map<String, List<String>> parameters) {
        return ChangeParameters.ofStream(parameters, filters).filter().identity();
    }

    @Test
    void pagesOfAnySizeTellTheSameAndOneNumberIsEnough() {
        long revision = many();
        List<String> all = ledger.lines(revision);
        assertThat(all).hasSizeGreaterThan(200);
        List<JsonNode> told = new ArrayList<>();
        String until = "/v1/changes?until=" + revision + "&limit=97&since=";
        String next = until + (revision - 1);
        while (next != null) {
            Api.Page page = Api.list(next);
            told.addAll(page.results());
            String since = page.body().at("/meta/nextSince").textValue();
            assertThat(since).isEqualTo(page.next() == null ? "" + revision : revision + "." + told.size());
            assertThat(page.revision()).isEqualTo(page.next() == null ? revision : revision - 1);
            next = page.next() == null ? null : until + since;
        }
        assertThat(told).extracting(line -> line.get("seq").intValue() + " " + line.get("id").textValue() + " "
                + line.get("op").textValue()).containsExactlyElementsOf(all.stream().map(ChangesTest::head).toList());
        String whole = "/v1/changes?until=" + revision + "&since=" + (revision - 1) + "&format=";
        String[] rows = Api.get(whole + "ndjson").asString().split("\n");
        assertThat(rows).hasSize(told.size());
        assertThat(Api.json(rows[17])).isEqualTo(told.get(17));
        assertThat(Api.get(whole + "csv&limit=20").asString().split("\r\n")).hasSize(21)
                .startsWith("revision,seq,type,id,op,cause,reason,role,at,fields,url");
        assertThat(Api.get(whole + "xlsx&limit=20").statusCode()).isEqualTo(200);
    }

    /** A revision of more than 200 lines. */
    private long many() {
        return records.run(() -> IntStream.range(0, 120).forEach(i -> records.app()));
    }

    /** {@code 3 finding x create {…}} as {@code 3 x create}. */
    private static String head(String line) {
        String[] parts = line.split(" ");
        return parts[0] + " " + parts[2] + " " + parts[3];
    }

    /** Wherever it begins: the rows the database touches are those of the page. */
    @Test
    void aPageReadsNoMoreThanItself() {
        long revision = many();
        many();
        for (Position position : List.of(Position.START, new Position(revision, 150), Position.endOf(revision))) {
            long touched = readings.current(reading -> {
                long before = touched();
                long asking = touched() - before;
                int lines = log.after(position, Position.endOf(reading.revision()), Selection.ALL, 20).size();
                assertThat(lines).isPositive();
                return touched() - before - 2 * asking;
            });
            assertThat(touched).as(position.toString()).isBetween(1L, 60L);
        }
    }

    private long touched() {
        return ((Number) session.createNativeQuery("select sum(variable_value) from information_schema.session_status"
                + " where variable_name like 'HANDLER_READ_%'", Object.class).getSingleResult()).longValue();
    }

    @Test
    void whatCannotChangeIsKeptAndWhatIsNewIsKnownCheaply() {
        records.run(records::app);
        Response past = Api.get("/v1/changes?limit=5");
        assertThat(past.header("Cache-Control")).contains("immutable");
        long current = Api.one("/v1").get("revision").longValue();
        String latest = "/v1/changes?since=" + current;
        Response now = Api.get(latest);
        assertThat(now.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(Api.list(latest).results()).isEmpty();
        assertThat(Api.list(latest).next()).isNull();
        assertThat(now.jsonPath().getString("meta.nextSince")).isEqualTo(Long.toString(current));
        assertThat(given().header("If-None-Match", now.header("ETag")).get(latest).statusCode()).isEqualTo(304);
        assertThat(given().header("If-None-Match", past.header("ETag")).get("/v1/changes?limit=5").statusCode()).isEqualTo(304);
        records.run(records::app);
        assertThat(given().header("If-None-Match", now.header("ETag")).get(latest).statusCode()).isEqualTo(200);
        assertThat(Api.list(latest).revision()).isEqualTo(current + 1);
        assertThat(Api.get("/v1/changes?limit=5").asString()).isEqualTo(past.asString());
        assertThat(Api.get("/v1/changes?limit=5").header("ETag")).isEqualTo(past.header("ETag"));
    }

    @Test
    void filtersChooseLines() {
        long before = Api.one("/v1").get("revision").longValue();
        Cases.Case one = cases.named(2);
        ok(patch(one.finding(), ANY, "{'version':'2.0','reason':'Printed.'}"));
        ok(post(one.finding() + "/retraction", ANY, "{'reason':'Wrong page.'}"));
        String since = "/v1/changes?since=" + before;
        assertThat(Api.list(since + "&type=findings&op=create").ids()).containsExactlyElementsOf(one.findings());
        assertThat(Api.list(since + "&id=" + one.findings().get(0)).texts("op")).startsWith("create", "update", "retract");
        assertThat(Api.list(since + "&cause=correction&type=findings").texts("op")).containsExactly("update", "retract");
        assertThat(Api.list(since + "&op.not=create,update&type.not=apps").texts("op")).containsExactly("retract");
        assertThat(Api.list(since + "&at.gte=" + LocalDate.now(Readings.ZONE)).results()).isNotEmpty();
        assertThat(Api.list(since + "&at.lt=" + LocalDate.now(Readings.ZONE)).results()).isEmpty();
        String at = Api.list(since + "&op=retract").results().get(0).get("at").textValue();
        assertThat(Api.list(since + "&at=" + at).texts("at")).isNotEmpty().containsOnly(at);
        assertThat(Api.list(since + "&at.gt=" + at).results()).isEmpty();
        assertThat(Api.list(since + "&at.lt=" + at + "&op=retract").results()).isEmpty();
    }

    @Test
    void aFollowerOfAFilterSeesRecordsEnterAndLeave() {
        long before = Api.one("/v1").get("revision").longValue();
        Cases.Case one = cases.named(2);
        String operator = cases.operator().id;
        String follow = "/v1/changes?since=" + before + "&type=findings&operator=" + operator;
        assertThat(Api.list(follow).results()).isEmpty();
        ok(patch(one.finding(), ANY, "{'operator':'" + operator + "','reason':'Known.'}"));
        ok(patch(one.finding(), ANY, "{'version':'2.0','reason':'Printed.'}"));
        ok(patch("/v1/findings/" + one.findings().get(1), ANY, "{'version':'2.0','reason':'Printed.'}"));
        ok(patch(one.finding(), ANY, "{'operator':null,'reason':'Not known.'}"));
        ok(patch(one.finding(), ANY, "{'version':'3.0','reason':'Printed.'}"));
        List<JsonNode> told = Api.list(follow).results();
        assertThat(told).extracting(line -> line.at("/fields/operator/new").asText() + line.at("/fields/version/new").asText())
                .containsExactly(operator, "2.0", "null");
        ok(patch(one.finding(), ANY, "{'operator':'" + operator + "','reason':'Known.'}"));
        ok(post(one.finding() + "/retraction", ANY, "{'reason':'Wrong page.'}"));
        assertThat(Api.list(follow + "&op=retract").results()).hasSize(1);
        // One by one they are the same, and the position goes on past what is not meant.
        List<JsonNode> singly = new ArrayList<>();
        String next = follow + "&limit=1";
        while (next != null) {
            Api.Page page = Api.list(next);
            singly.addAll(page.results());
            next = page.next();
        }
        assertThat(singly).isEqualTo(Api.list(follow).results()).hasSize(5);
        // Of what is rare an answer may have nothing, and says where to go on.
        assertThat(Api.list("/v1/changes?type=findings&notice.kind=removal-order").next()).isNotNull();
        assertThat(Api.all("/v1/changes?type=findings&notice.kind=removal-order")).isNotEmpty();
    }

    @Test
    void allThatIsWrongIsSaid() {
        Problem problem = Api.problem(400, "/v1/changes?since=x&until=-1&type=finding&op=delete&cause=,&limit=0&colour=red"
                + "&at.gte=yesterday&format=yaml");
        assertThat(problem.errors()).extracting(fault -> fault.parameter()).containsExactlyInAnyOrder("since", "until", "type",
                "op", "cause", "limit", "colour", "at.gte", "format");
        assertThat(Api.problem(400, "/v1/changes?operator=x").errors()).singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("findings", "type="));
        assertThat(Api.problem(400, "/v1/changes?type=findings&operator=op-nonsense").errors()).hasSize(1);
        assertThat(Api.problem(400, "/v1/changes?since=999999999").errors()).singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("last revision"));
        assertThat(Api.problem(400, "/v1/changes?types=findings").tryInstead()).isEqualTo("/v1/changes?type=findings");
    }
}
