package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.patch;
import static org.offshelf.curating.Curator.post;
import static org.offshelf.curating.Curator.problem;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.app.Operator;
import org.offshelf.http.Problem;
import org.offshelf.ledger.LedgerTable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class CorrectionsTest {

    @Inject
    Cases cases;

    @Inject
    LedgerTable ledger;

    @Test
    void theDaysOfANoticeMoveItsFindingsAndTheirApps() {
        Cases.Case named = cases.named(2);
        long revision = ok(
                patch(named.noticePath(), ANY, "{'published':'2021-11-04','deadline':'2999-01-01','reason':'Misread.'}"))
                .get("revision").longValue();
        for (String id : named.findings()) {
            JsonNode finding = Api.one("/v1/findings/" + id);
            assertThat(finding.get("published").textValue()).isEqualTo("2021-11-04");
            assertThat(finding.get("status").textValue()).isEqualTo("named");
            assertThat(finding.get("revision").longValue()).isEqualTo(revision);
        }
        JsonNode app = Api.one(named.app());
        assertThat(app.get("status").textValue()).isEqualTo("named");
        assertThat(app.get("statusSince").textValue()).isEqualTo("2021-11-04");
        assertThat(app.get("statusDeadline").textValue()).isEqualTo("2999-01-01");
        assertThat(ledger.lines(revision)).hasSize(5);
        assertThat(ok(patch(named.noticePath(), ANY, "{'deadline':null,'reason':'None stated.'}")).get("deadline").isNull())
                .isTrue();
        assertThat(Api.one(named.finding()).get("deadline").isNull()).isTrue();
    }

    @Test
    void theDayOfAnOrderMovesWhatFollowsFromIt() {
        Cases.Case named = cases.named(1);
        Cases.Case ordered = cases.ordered(named);
        ok(patch(ordered.noticePath(), ANY, "{'published':'2021-12-11','reason':'Misread.'}"));
        assertThat(Api.one(named.finding()).get("events"))
                .extracting(e -> e.get("kind").textValue() + e.get("date").textValue())
                .containsExactly("not-rectified2021-12-11", "escalated2021-12-11");
        JsonNode listing = Api.one("/v1/listings/" + named.apps().get(0) + "-all");
        assertThat(listing.get("since").textValue()).isEqualTo("2021-12-11");
        assertThat(Api.one(named.app()).get("statusSince").textValue()).isEqualTo("2021-12-11");
        assertThat(problem(422, patch(ordered.noticePath(), ANY, "{'published':null,'reason':'Unknown.'}")).errors().get(0)
                .pointer()).isEqualTo("/published");
    }

    @Test
    void whatANoticeFollowsIsWhatItEscalates() {
        Cases.Case named = cases.named(1);
        Cases.Case ordered = cases.ordered(named);
        assertThat(Api.one(named.finding()).get("status").textValue()).isEqualTo("removal-ordered");
        ok(patch(ordered.noticePath(), ANY, "{'follows':null,'reason':'It follows another one.'}"));
        assertThat(Api.one(named.finding()).get("events")).isEmpty();
        assertThat(Api.one(named.finding()).get("status").textValue()).isEqualTo("overdue");
        ok(patch(ordered.noticePath(), ANY, "{'follows':'" + named.notice() + "','reason':'It does.'}"));
        assertThat(Api.one(named.finding()).get("status").textValue()).isEqualTo("removal-ordered");
        assertThat(problem(422, patch(named.noticePath(), ANY, "{'follows':'" + ordered.notice() + "','reason':'x'}")).detail())
                .contains("not valid");
    }

    @Test
    void anotherAppIsBlamedAndTheFirstIsNot() {
        Cases.Case named = cases.named(1);
        Cases.Case ordered = cases.ordered(named);
        String other = cases.app();
        ok(patch(ordered.finding(), ANY, "{'app':'" + other + "','reason':'A namesake.'}"));
        assertThat(Api.one("/v1/apps/" + other).get("status").textValue()).isEqualTo("removal-ordered");
        assertThat(Api.one(named.app()).get("status").textValue()).isEqualTo("overdue");
        assertThat(Api.one(named.finding()).get("events")).isEmpty();
        Api.problem(410, "/v1/listings/" + named.apps().get(0) + "-all");
        assertThat(Api.one("/v1/listings/" + other + "-all").at("/events/0/notice").textValue()).isEqualTo(ordered.notice());
        ok(patch(ordered.finding(), ANY, "{'app':'" + named.apps().get(0) + "','reason':'It was the one.'}"));
        assertThat(Api.one(named.app()).get("statusFrom").textValue()).isEqualTo(named.apps().get(0) + "-all");
        assertThat(Api.one("/v1/apps/" + other).get("status").isNull()).isTrue();
    }

    @Test
    void theStoreOfAnOrderIsWhereItsListingIs() {
        Cases.Case ordered = cases.ordered(cases.named(1));
        String app = ordered.apps().get(0);
        ok(patch(ordered.finding(), ANY, "{'storeName':'华为应用市场','reason':'Printed in the next column.'}"));
        assertThat(Api.one(ordered.finding()).get("store").textValue()).isEqualTo("huawei");
        assertThat(Api.one("/v1/listings/" + app + "-huawei").get("status").textValue()).isEqualTo("removal-ordered");
        Api.problem(410, "/v1/listings/" + app + "-all");
        ok(patch(ordered.finding(), ANY, "{'measure':'rectify','reason':'It was told to rectify.'}"));
        Api.problem(410, "/v1/listings/" + app + "-huawei");
        assertThat(Api.one(ordered.finding()).get("status").textValue()).isEqualTo("named");
    }

    @Test
    void aJudgementOfCategoriesIsTheCuratorsUntilItIsTakenBack() {
        Cases.Case named = cases.named(1);
        ok(patch(named.finding(), ANY, "{'problem':'违规收集个人信息','reason':'Printed overleaf.'}"));
        JsonNode classified = Api.one(named.finding());
        assertThat(classified.get("categoryBasis").textValue()).isEqualTo("problem");
        ok(patch(named.finding(), ANY, "{'category':['misleading-downloads'],'reason':'Says so elsewhere.'}"));
        ok(patch(named.finding(), ANY, "{'problem':'其他','reason':'Misread.'}"));
        JsonNode judged = Api.one(named.finding());
        assertThat(judged.get("categoryBasis").textValue()).isEqualTo("curator");
        assertThat(judged.get("category")).isEqualTo(Api.json("['misleading-downloads']"));
        ok(patch(named.finding(), ANY, "{'category':null,'problem':'违规收集个人信息','reason':'Back to the print.'}"));
        JsonNode again = Api.one(named.finding());
        assertThat(again.get("category")).isEqualTo(classified.get("category"));
        assertThat(again.get("categoryBasis").textValue()).isEqualTo("problem");
    }

    @Test
    void theOperatorOfAnAppIsThatOfItsFindingsUnlessOneIsPrinted() {
        Cases.Case named = cases.named(2, finding -> finding.developer = finding.sequence == 2 ? "某公司" : null);
        Operator operator = cases.operator();
        for (String app : named.apps()) {
            ok(patch("/v1/apps/" + app, ANY, "{'operator':'" + operator.id + "','aliases':['别名'],'identifiers':[{'scheme':"
                    + "'android','value':'org." + app + "'}],'reason':'By its filing.'}"));
        }
        assertThat(Api.one("/v1/findings/" + named.findings().get(0)).get("operator").textValue()).isEqualTo(operator.id);
        assertThat(Api.one("/v1/findings/" + named.findings().get(1)).get("operator").isNull()).isTrue();
        assertThat(Api.get("/v1/apps/android:org." + named.apps().get(0)).statusCode()).isEqualTo(308);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "notices/miit-2021-11        | {'published':'2021-11-31'}                   | 400 | /published invalid-value, /reason missing",
            "notices/miit-2021-11        | {'status':'x','id':'y','reason':'z'}         | 400 | /status unknown-field, /id unknown-field",
            "notices/miit-2021-11        | {'titel':'x','reason':'z'}                   | 400 | /titel unknown-field",
            "notices/miit-2021-11        | {'deadline':'2020-01-01','reason':'z'}       | 422 | /deadline invalid-value",
            "notices/miit-2021-11        | {'title':null,'regulator':[],'reason':'z'}   | 422 | /title invalid-value, /regulator invalid-value",
            "notices/miit-2021-11        | {'declaredCount':-1,'batchYear':1.5,'reason':'z'} | 400 | /declaredCount invalid-value, /batchYear invalid-value",
            "notices/miit-2021-11        | {'declaredParts':[{'by':'a'},7],'reason':'z'}     | 400 | /declaredParts/0/count missing, /declaredParts/1 invalid-value",
            "findings/miit-2021-11-3     | {'store':'huawai','category':['x'],'reason':' '}  | 400 | /store unknown-value, /category unknown-value, /reason missing",
            "findings/miit-2021-11-3     | {'status':'rectified','reason':'z'}          | 400 | /status unknown-field",
            "findings/miit-2021-11-3     | {'app':null,'reason':'z'}                    | 422 | /app invalid-value",
            "categories/disclosure       | {'group':'disclosure','reason':'z'}          | 422 | /group invalid-value",
            "regulators/miit             | {'parent':'miit','reason':'z'}               | 422 | /parent invalid-value",
            "regulators/miit             | {'jurisdiction':'china','reason':'z'}        | 400 | /jurisdiction invalid-value",
    })
    void whatCannotBeIsRefusedWithAllThatIsWrong(String record, String body, int status, String faults) {
        long revision = ledger.current();
        Problem problem = problem(status, patch("/v1/" + record, ANY, body));
        assertThat(problem.errors()).extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactlyInAnyOrder(faults.split(", "));
        assertThat(ledger.current()).isEqualTo(revision);
    }

    @Test
    void aMisspelledIdIsToldTheOneThatWasMeant() {
        assertThat(problem(400, patch("/v1/findings/miit-2021-11-3", ANY, "{'store':'huawai','reason':'x'}")).errors().get(0)
                .didYouMean()).isEqualTo("huawei");
    }

    @Test
    void onlyAMergePatchIsACorrection() {
        assertThat(RestAssured.given().contentType(ContentType.JSON).header("If-Match", "*").body("{}")
                .patch("/v1/findings/miit-2021-11-3").statusCode()).isEqualTo(415);
        problem(405, patch("/v1/listings/x", ANY, "{}"));
        problem(404, patch("/v1/nonsense/x", ANY, "{}"));
        problem(404, patch("/v1/findings/nonsense", ANY, "{'reason':'x'}"));
    }

    @Test
    void aSourceIsAddedToARecord() {
        Cases.Case named = cases.named(1);
        JsonNode answer = ok(post(named.app() + "/citations", ANY,
                "{'source':{'kind':'press','title':'报道','publisher':'报社','published':'2021-11-05'},'locator':'p. 2'}"));
        assertThat(answer.get("sources")).hasSize(2);
        assertThat(Api.one(named.app() + "?include=sources").at("/included/sources"))
                .anyMatch(source -> source.path("locator").asText().equals("p. 2"));
        assertThat(ledger.author(answer.get("revision").longValue())).isEqualTo("ann source null");
        assertThat(problem(400, post(named.app() + "/citations", ANY, "{'source':{'kind':'book','tilte':'x'}}")).errors())
                .extracting(fault -> fault.pointer() + " " + fault.code()).containsExactlyInAnyOrder(
                        "/source/kind unknown-value", "/source/tilte unknown-field", "/source/title missing");
    }
}
