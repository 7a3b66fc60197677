package org.offshelf.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.access.TestAccounts.as;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.problem;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.access.Roles;
import org.offshelf.access.TestAccounts;
import org.offshelf.curating.Cases;
import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.ledger.Readings;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
class RequestsTest {

    @Inject
    TestAccounts accounts;
    @Inject
    TestRecords records;
    @Inject
    Cases cases;
    @Inject
    Corrections corrections;
    @Inject
    Readings readings;

    private String reader;

    @BeforeEach
    void open() {
        reader = accounts.open(Roles.CONTRIBUTOR);
    }

    @Test
    void whatIsFiledIsPublicAndSaysNotWho() {
        Cases.Case one = cases.named(1);
        String finding = one.findings().get(0);
        Response filed = file(reader, finding,
                "'field':'appName','claim':'It is spelt otherwise: 1 < 2 & \\\"3\\\".\\nSee there.',"
                        + "'proposed':'别的','filedAs':'operator','onBehalfOf':'测试公司','sources':[{'source':'" + one.source()
                        + "'}]");
        assertThat(filed.statusCode()).as(filed.asString()).isEqualTo(201);
        String path = filed.header("Location");
        JsonNode request = Api.one(path.substring(path.indexOf("/v1")));
        assertThat(request.get("state").textValue()).isEqualTo("open");
        assertThat(request.get("claim").textValue()).isEqualTo("It is spelt otherwise: 1 < 2 & \"3\".\nSee there.");
        assertThat(request.get("sources")).isEqualTo(Api.json("['" + one.source() + "']"));
        LocalDate today = readings.today();
        assertThat(request.get("filed").textValue()).isEqualTo(today.toString());
        assertThat(request.get("due").textValue()).isEqualTo(today.plusDays(30).toString());
        assertThat(request.get("outcome").isNull() && request.get("settled").isNull()).isTrue();

        assertThat(Api.list("/v1/corrections?state=open&record=" + finding).ids())
                .containsExactly(request.get("id").textValue());
        assertThat(Api.list("/v1/corrections?state=open&limit=0&collection=apps&record=" + finding).count()).isZero();
        JsonNode line = Api.list("/v1/corrections/" + request.get("id").textValue() + "/history").results().get(0);
        assertThat(line.get("role").textValue()).isEqualTo("contributor");
        assertThat(line.get("cause").textValue()).isEqualTo("observation");
        assertThat(line.at("/fields/claim/new")).isEqualTo(request.get("claim"));
        assertThat(line.toString() + request).doesNotContain(reader);
        assertThat(Api.all("/v1/changes?type=corrections&record=" + finding)).hasSize(1);

        String shown = one.finding() + "?include=corrections,app";
        assertThat(Api.one(shown).at("/included/corrections")).containsExactly(request);
        assertThat(Api.one(one.noticePath() + "?include=corrections").at("/included/corrections")).isEmpty();
        assertThat(Api.one(shown + "&revision=" + (request.get("revision").longValue() - 1)).at("/included/corrections"))
                .isEmpty();
        assertThat(Api.one(shown + "&asOf=" + today.minusDays(1)).at("/included/corrections")).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaid() {
        String finding = cases.named(1).findings().get(0);
        assertThat(problem(401, post(null, "/v1/corrections", null, "{}")).detail()).isNotBlank();
        assertThat(pointers(problem(400, post(reader, "/v1/corrections", null,
                "{'collection':'finding','record':'x','claim':'a\\u0000b','filedAs':'god','colour':'red'}"))))
                .contains("/collection", "/claim", "/filedAs", "/colour");
        assertThat(pointers(problem(400, post(reader, "/v1/corrections", null, "{'proposed':'" + "x".repeat(2_001) + "'}"))))
                .contains("/collection", "/record", "/claim", "/filedAs", "/proposed");
        Problem impossible = problem(422, file(reader, finding + "9",
                "'field':'appname','claim':'x','filedAs':'reader','sources':[{'source':{'kind':'press','title':'x'}}]"));
        assertThat(pointers(impossible)).containsExactlyInAnyOrder("/record", "/field", "/sources/0/source");
        assertThat(impossible.errors()).extracting(Fault::message).anyMatch(message -> message.contains("`appName`"))
                .anyMatch(message -> message.contains("`" + finding + "`"));
        assertThat(pointers(problem(422, file(reader, finding, "'field':'revision','claim':'x','filedAs':'reader'"))))
                .containsExactly("/field");
        assertThat(Api.problem(400, "/v1/corrections?state=opened&colour=red").errors()).hasSize(2);
        assertThat(Api.list("/v1/corrections?limit=0&record=" + finding).count()).isZero();
    }

    @Test
    void aCuratorSettlesARequestOnce() {
        Cases.Case one = cases.named(1);
        String curator = accounts.open(Roles.CURATOR);
        String path = path(file(curator, one.findings().get(0),
                "'claim':'Named wrongly.','filedAs':'operator','sources':[{'source':{'kind':'official','title':'Letter "
                        + one.notice() + "'},'locator':'page 1'}]"));
        assertThat(Api.one(path + "?include=sources").at("/included/sources/0/title").textValue()).startsWith("Letter ");
        String etag = Api.get(path).header("ETag");
        assertThat(problem(428, post(curator, path + "/outcome", null, "{}")).status()).isEqualTo(428);
        assertThat(problem(403, post(reader, path + "/outcome", "*", "{}")).status()).isEqualTo(403);
        assertThat(pointers(problem(400, post(curator, path + "/outcome", "*", "{'state':'open'}"))))
                .containsExactlyInAnyOrder("/state", "/outcome");
        assertThat(pointers(problem(422, post(curator, path + "/outcome", "*",
                "{'state':'declined','outcome':'No.','correctedIn':1}")))).containsExactly("/correctedIn");
        assertThat(pointers(problem(422, post(curator, path + "/outcome", "*",
                "{'state':'accepted','outcome':'Yes.','correctedIn':2000000000}")))).containsExactly("/correctedIn");

        JsonNode settled = ok(post(curator, path + "/outcome", etag,
                "{'state':'accepted','outcome':'It says so.','correctedIn':1}"));
        assertThat(settled.get("state").textValue()).isEqualTo("accepted");
        assertThat(settled.get("settled").textValue()).isEqualTo(readings.today().toString());
        assertThat(settled.get("correctedIn").intValue()).isEqualTo(1);
        assertThat(problem(412, post(curator, path + "/outcome", etag, "{'state':'declined','outcome':'No.'}")).status())
                .isEqualTo(412);
        assertThat(problem(409, post(curator, path + "/outcome", "*", "{'state':'declined','outcome':'No.'}")).detail())
                .contains("not open", "`accepted`");
        var history = Api.list(path + "/history").results();
        assertThat(history).hasSize(2);
        assertThat(history.get(1).at("/fields/state")).isEqualTo(Api.json("{'old':'open','new':'accepted'}"));
        assertThat(history.get(1).get("reason").textValue()).isEqualTo("It says so.");
        assertThat(Api.one(path + "?revision=" + history.get(0).get("revision")).get("state").textValue()).isEqualTo("open");
    }

    @Test
    void onlyWhoFiledItTakesItBack() {
        String path = path(file(reader, cases.named(1).findings().get(0), "'claim':'No.','filedAs':'reader'"));
        assertThat(problem(403, post(accounts.open(Roles.CONTRIBUTOR), path + "/withdrawal", "*", "{'outcome':'x'}")).detail())
                .contains("account that filed");
        JsonNode withdrawn = ok(post(reader, path + "/withdrawal", "*", "{'outcome':'I was wrong.'}"));
        assertThat(withdrawn.get("state").textValue()).isEqualTo("withdrawn");
        assertThat(withdrawn.get("outcome").textValue()).isEqualTo("I was wrong.");
        assertThat(problem(409, post(reader, path + "/withdrawal", "*", "{'outcome':'x'}")).status()).isEqualTo(409);
    }

    @Test
    void anAccountHasSoManyOpenAtOnce() {
        String finding = cases.named(1).findings().get(0);
        for (int i = 0; i < 20; i++) {
            ok(file(reader, finding, "'claim':'Wrong " + i + "','filedAs':'reader'"));
        }
        assertThat(problem(409, file(reader, finding, "'claim':'Wrong 20','filedAs':'reader'")).detail()).contains("20 open");
        String any = Api.list("/v1/corrections?record=" + finding + "&limit=1").ids().get(0);
        ok(post(reader, "/v1/corrections/" + any + "/withdrawal", "*", "{'outcome':'Enough.'}"));
        ok(file(reader, finding, "'claim':'Wrong 20','filedAs':'reader'"));
        assertThat(
                problem(409, file(accounts.open(Roles.CONTRIBUTOR), finding, "'claim':'Wrong 3','filedAs':'press'")).detail())
                .contains("filed today");
        assertThat(Api.list("/v1/corrections?limit=0&record=" + finding).count()).isEqualTo(21);
    }

    @Test
    void whatIsTakenBackCountsForItsDay() {
        String finding = cases.named(1).findings().get(0);
        for (int i = 0; i < 50; i++) {
            String path = path(file(reader, finding, "'claim':'Wrong " + i + "','filedAs':'reader'"));
            ok(post(reader, path + "/withdrawal", "*", "{'outcome':'No.'}"));
        }
        Response refused = file(reader, finding, "'claim':'Wrong 50','filedAs':'reader'");
        assertThat(problem(429, refused).detail()).contains("50 requests today");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_401);
    }

    @Test
    void aRequestIsJudgedByTheDayOfTheAnswer() {
        String finding = cases.named(1).findings().get(0);
        LocalDate filed = LocalDate.of(2022, 3, 1);
        String id = records.write(() -> {
            Correction correction = new Correction();
            correction.id = TestRecords.fresh("cor");
            correction.collection = "findings";
            correction.record = finding;
            correction.claim = "Wrong.";
            correction.filedAs = FilerRole.PRESS;
            correction.filed = filed;
            correction.due = filed.plusDays(30);
            corrections.persist(correction);
            return correction.id;
        }).result();
        String path = "/v1/corrections/" + id;
        assertThat(Api.one(path).get("state").textValue()).isEqualTo("overdue");
        assertThat(Api.list("/v1/corrections?state=overdue&record=" + finding).ids()).containsExactly(id);
        assertThat(Api.problem(404, path + "?asOf=2022-02-28").detail()).contains("2022-03-01");
        assertThat(Api.one(path + "?asOf=2022-03-31").get("state").textValue()).isEqualTo("open");
        assertThat(Api.one(path + "?asOf=2022-04-01").get("state").textValue()).isEqualTo("overdue");
        records.run(() -> {
            Correction correction = corrections.findById(id);
            correction.settle(CorrectionState.DECLINED, "It stands.", LocalDate.of(2022, 5, 1));
        });
        assertThat(Api.one(path).get("state").textValue()).isEqualTo("declined");
        JsonNode before = Api.one(path + "?asOf=2022-04-30");
        assertThat(before.get("state").textValue()).isEqualTo("overdue");
        assertThat(before.get("outcome").isNull() && before.get("settled").isNull()).isTrue();
        assertThat(Api.one(path + "?asOf=2022-05-01").get("outcome").textValue()).isEqualTo("It stands.");
    }

    @Test
    void aRequestGoesWithARecordThatIsMergedAndComesBack() {
        String curator = accounts.open(Roles.CURATOR);
        String one = cases.app();
        String other = cases.app();
        String id = ok(post(reader, "/v1/corrections", null, "{'collection':'apps','record':'" + one
                + "','field':'name','claim':'Wrong.','filedAs':'reader'}")).get("id").textValue();
        ok(post(curator, "/v1/apps/" + one + "/merge", "*", "{'into':'" + other + "','reason':'The same.'}"));
        assertThat(Api.one("/v1/apps/" + other + "?include=corrections").at("/included/corrections").findValuesAsText("id"))
                .containsExactly(id);
        ok(post(curator, "/v1/apps/" + one + "/unmerge", "*", "{'reason':'Not the same.'}"));
        assertThat(Api.one("/v1/apps/" + one + "?include=corrections").at("/included/corrections").findValuesAsText("id"))
                .containsExactly(id);
        ok(post(curator, "/v1/corrections/" + id + "/retraction", "*", "{'reason':'Abuse.'}"));
        assertThat(Api.one("/v1/apps/" + one + "?include=corrections").at("/included/corrections")).isEmpty();
        assertThat(Api.problem(410, "/v1/corrections/" + id).detail()).contains("Abuse.");
    }

    @Test
    void theSameRequestSentAgainIsOneRequest() {
        String finding = cases.named(1).findings().get(0);
        String body = "{'collection':'findings','record':'" + finding
                + "','claim':'Once.','filedAs':'reader'}".replace('\'', '"');
        List<String> made = java.util.stream.Stream.of(1, 2).map(time -> as(reader).contentType(ContentType.JSON)
                .header("Idempotency-Key", "k-" + finding).body(body.replace('\'', '"')).post("/v1/corrections")
                .header("Location")).toList();
        assertThat(made.get(0)).isNotNull().isEqualTo(made.get(1));
    }

    private static Response file(String account, String finding, String rest) {
        return post(account, "/v1/corrections", null, "{'collection':'findings','record':'" + finding + "'," + rest + "}");
    }

    private static Response post(String account, String path, String ifMatch, String body) {
        var request = account == null ? io.restassured.RestAssured.given() : as(account);
        if (ifMatch != null) {
            request = request.header("If-Match", ifMatch);
        }
        return request.contentType(ContentType.JSON).body(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).post(path);
    }

    private static String path(Response filed) {
        return "/v1/corrections/" + ok(filed).get("id").textValue();
    }

    private static List<String> pointers(Problem problem) {
        return problem.errors().stream().map(Fault::pointer).toList();
    }
}
