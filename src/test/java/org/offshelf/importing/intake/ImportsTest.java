package org.offshelf.importing.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.access.Roles;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "anna", roles = Roles.CURATOR)
class ImportsTest {

    private static final String HEADINGS = "序号,应用名称,应用开发者,应用来源,应用版本,所涉问题,APP备案号";

    @Test
    void aDryRunTellsAllAndChangesNothing() {
        LocalDate day = Intake.day();
        long before = Intake.revision();
        JsonNode report = Intake.ok(200, Intake.csv(Intake.hints(day) + "&fileName=list.csv", HEADINGS,
                "1,青竹测算,青竹测算（长春）科技有限公司,应用宝,1.0.2,违规收集个人信息、没人见过的问题,",
                "2,石榴测算,石榴测算网络有限公司,无名商店,2.0,超范围收集个人信息,"));
        assertThat(report.at("/state").asText()).isEqualTo("planned");
        assertThat(report.at("/report/notice/id").asText()).isEqualTo("ca-jilin-" + day);
        assertThat(report.at("/report/notice/isNew").asBoolean()).isTrue();
        assertThat(report.at("/report/notice/kind").asText()).isEqualTo("violation-notice");
        assertThat(report.at("/report/missing")).isEmpty();
        assertThat(report.at("/report/rows").toString())
                .isEqualTo("{\"new\":2,\"matched\":0,\"ambiguous\":0,\"rejected\":0}");
        assertThat(report.at("/report/changes/created").toString())
                .isEqualTo("{\"notices\":1,\"findings\":2,\"apps\":2,\"operators\":2}");
        assertThat(report.at("/report/difference").isNull()).isTrue();
        assertThat(report.at("/report/document/format").asText()).isEqualTo("csv");
        assertThat(Intake.texts(report.at("/report/warnings"), "/code")).contains("unknown-phrase", "unknown-store");
        JsonNode row = report.at("/rows/0");
        assertThat(row.at("/outcome").asText()).isEqualTo("new");
        assertThat(row.at("/printed/app").asText()).isEqualTo("青竹测算");
        assertThat(row.at("/store").asText()).isEqualTo("tencent-myapp");
        assertThat(Intake.texts(row.at("/categories"), "")).containsExactly("unclassified", "unlawful-collection");
        assertThat(Intake.texts(row.at("/unclassified"), "")).containsExactly("没人见过的问题");
        assertThat(row.at("/finding").asText()).isEqualTo("ca-jilin-" + day + "-1");
        assertThat(row.at("/place").asText()).isNotEmpty();
        assertThat(Intake.revision()).isEqualTo(before);
        Api.problem(404, "/v1/notices/ca-jilin-" + day);
    }

    @Test
    void applyingIsOneRevisionOnce() {
        LocalDate day = Intake.day();
        JsonNode planned = Intake.ok(200, Intake.csv(Intake.hints(day) + "&deadline=" + day.plusDays(9), HEADINGS,
                "1,竹影天气,竹影（长春）科技有限公司,应用宝,1.0.2,违规收集个人信息,吉ICP备20210001号-1A",
                "1,竹影天气,竹影（长春）科技有限公司,华为应用市场,1.0.3,违规收集个人信息,吉ICP备20210001号-1A"));
        long before = Intake.revision();
        Response applied = Intake.apply(planned, "{}");
        JsonNode answer = Intake.ok(201, applied);
        assertThat(applied.header("Location")).isEqualTo("/v1/imports/" + planned.at("/id").asText());
        assertThat(answer.at("/state").asText()).isEqualTo("applied");
        assertThat(answer.at("/revision").asLong()).isEqualTo(before + 1).isEqualTo(Intake.revision());
        assertThat(answer.at("/progress/applied").asInt()).isEqualTo(2);

        String notice = "ca-jilin-" + day;
        JsonNode finding = Api.one("/v1/findings/" + notice + "-1?include=sources,app");
        assertThat(finding.at("/appName").asText()).isEqualTo("竹影天气");
        assertThat(finding.at("/deadline").asText()).isEqualTo(day.plusDays(9).toString());
        assertThat(finding.at("/reading").asText()).isEqualTo("parsed");
        String app = finding.at("/app").asText();
        assertThat(Api.one("/v1/findings/" + notice + "-2").at("/app").asText()).isEqualTo(app);
        assertThat(Api.get("/v1/apps/icp:" + Api.encode("吉ICP备20210001号-1A")).header("Location")).endsWith("/v1/apps/" + app);
        assertThat(Api.list("/v1/apps/" + app + "/timeline").results()).isNotEmpty();

        assertThat(Intake.ok(200, Intake.apply(planned, "{}")).at("/revision").asLong()).isEqualTo(before + 1);
        assertThat(Intake.revision()).isEqualTo(before + 1);
    }

    @Test
    void theSameTwiceChangesNothing() {
        String hints = Intake.hints();
        String[] lines = { HEADINGS, "1,半日测试,半日测试有限公司,应用宝,1.0,违规收集个人信息," };
        JsonNode first = Intake.ok(201, Intake.csv(hints + "&dryRun=false", lines));
        long revision = Intake.revision();
        JsonNode again = Intake.ok(200, Intake.csv(hints + "&dryRun=false", lines));
        assertThat(again.at("/state").asText()).isEqualTo("unchanged");
        assertThat(again.at("/notice").asText()).isEqualTo(first.at("/notice").asText());
        assertThat(again.at("/report/notice/recognisedBy").asText()).isEqualTo("the very same document");
        // The same list in another form
        JsonNode other = Intake.ok(200, Intake.post(hints + "&dryRun=false", "text/markdown",
                "| 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |\n|---|---|---|---|---|\n| 半日测试 | 半日测试有限公司 | 应用宝 | 1.0 | 违规收集个人信息 |\n"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(other.at("/state").asText()).isEqualTo("unchanged");
        assertThat(other.at("/report/difference/unchanged").asInt()).isEqualTo(1);
        assertThat(Intake.revision()).isEqualTo(revision);
    }

    @Test
    void aKeyMakesOneImport() {
        String hints = Intake.hints();
        String list = HEADINGS + "\n1,钥匙测试,钥匙测试有限公司,应用宝,1.0,违规收集个人信息,\n";
        Response first = keyed(hints, list);
        assertThat(first.statusCode()).isEqualTo(200);
        Response again = keyed(hints, list);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(keyed(hints, list + "2,别的测试,别的测试有限公司,应用宝,1.0,违规收集个人信息,\n").statusCode()).isEqualTo(422);
        assertThat(keyed(hints + "&dryRun=false", list).statusCode()).isEqualTo(422);
    }

    private static Response keyed(String hints, String list) {
        return given().header("Idempotency-Key", "one-list-of-" + ImportsTest.class.hashCode())
                .contentType("text/csv; charset=utf-8").body(list.getBytes(StandardCharsets.UTF_8))
                .urlEncodingEnabled(false).post("/v1/imports?" + hints);
    }

    @Test
    void whatIsNotKnownMustBeGiven() {
        byte[] list = "应用名称,应用开发者\n甲甲甲,甲甲甲有限公司\n乙乙乙,乙乙乙有限公司\n".getBytes(StandardCharsets.UTF_8);
        JsonNode dry = Intake.ok(200, Intake.post("", "text/csv", list));
        assertThat(Intake.texts(dry.at("/report/missing"), "")).containsExactly("regulator", "title", "published");
        assertThat(dry.at("/rows/0/finding").isNull()).isTrue();
        JsonNode problem = Intake.ok(422, Intake.post("dryRun=false", "text/csv", list));
        assertThat(Intake.texts(problem.at("/errors"), "/parameter")).containsExactly("regulator", "title", "published");
        assertThat(Intake.ok(422, Intake.apply(dry, "{}")).at("/errors")).hasSize(3);
        assertThat(Intake.get("/v1/imports/" + dry.at("/id").asText()).at("/state").asText()).isEqualTo("planned");
    }

    @Test
    void faultsAreToldAllAtOnce() {
        JsonNode problem = Intake.ok(400,
                Intake.csv("regulatr=miit&regulator=mit&kind=removal&published=2021-13-01&dryRun=perhaps&sourceUrl=ftp:x",
                        "a"));
        assertThat(Intake.texts(problem.at("/errors"), "/parameter")).containsExactlyInAnyOrder("regulatr", "regulator", "kind",
                "published", "dryRun", "sourceUrl");
        assertThat(Intake.texts(problem.at("/errors"), "/didYouMean")).contains("regulator", "miit");
    }

    @Test
    void aFormDoesTheSame() {
        LocalDate day = Intake.day();
        Response response = given().multiPart("file", "list.csv", (HEADINGS + "\n1,表单测试,表单测试有限公司,应用宝,1.0,违规收集个人信息,\n")
                .getBytes(StandardCharsets.UTF_8), "text/csv").multiPart("regulator", "ca-jilin")
                .multiPart("published", day.toString())
                .multiPart("title", "A title").post("/v1/imports");
        JsonNode report = Intake.ok(200, response);
        assertThat(report.at("/fileName").asText()).isEqualTo("list.csv");
        assertThat(report.at("/report/notice/id").asText()).isEqualTo("ca-jilin-" + day);
        assertThat(given().multiPart("regulator", "miit").multiPart("fil", "x").post("/v1/imports").asString())
                .contains("unknown-parameter", "file");
    }

    @Test
    void theCuratorDecidesRowByRow() {
        String[] first = { HEADINGS, "1,决定测试,决定测试（长春）有限公司,应用宝,1.0,违规收集个人信息,", "2,决定旁边,决定旁边有限公司,应用宝,1.0,违规收集个人信息," };
        String notice = Intake.ok(201, Intake.csv(Intake.hints() + "&dryRun=false", first)).at("/notice").asText();
        String known = Api.one("/v1/findings/" + notice + "-1").at("/app").asText();
        // The same name, of another company: it may be the same app, and is not taken for it
        JsonNode planned = Intake.ok(200, Intake.csv(Intake.hints(), HEADINGS, "1,决定测试,别家网络有限公司,应用宝,2.0,违规收集个人信息,",
                "2,决定多余,决定多余有限公司,应用宝,1.0,违规收集个人信息,", "3,决定分类,决定分类有限公司,应用宝,1.0,从没见过,"));
        JsonNode row = planned.at("/rows/0");
        assertThat(row.at("/outcome").asText()).isEqualTo("ambiguous");
        assertThat(row.at("/defaultApp").asText()).isEqualTo("new");
        assertThat(row.at("/candidates/0/id").asText()).isEqualTo(known);
        assertThat(row.at("/candidates/0/reason").asText()).contains("another operator");

        JsonNode problem = Intake.ok(422, Intake.apply(planned,
                "{'decisions': [{'row': 9, 'skip': true}, {'row': 1, 'app': 'app-nosuch00'}, {'row': 2, 'categories': ['nonsense']}]}"));
        assertThat(Intake.texts(problem.at("/errors"), "/pointer")).containsExactly("/decisions/0/row", "/decisions/1/app",
                "/decisions/2/categories");
        JsonNode applied = Intake.ok(201, Intake.apply(planned, "{'decisions': [{'row': 1, 'app': '" + known
                + "', 'reason': 'The same package.'}, {'row': 2, 'skip': true}, {'row': 3, 'categories': ['over-scope-collection']}]}"));
        String second = applied.at("/notice").asText();
        assertThat(Api.one("/v1/findings/" + second + "-1").at("/app").asText()).isEqualTo(known);
        assertThat(Api.list("/v1/notices/" + second + "/findings").texts("appName")).containsExactly("决定测试", "决定分类");
        JsonNode sorted = Api.one("/v1/findings/" + second + "-2");
        assertThat(Intake.texts(sorted.at("/category"), "")).containsExactly("over-scope-collection");
        assertThat(sorted.at("/categoryBasis").asText()).isEqualTo("curator");
    }

    @Test
    void withoutADeveloperTheOnlyNamesakeIsAssumed() {
        String notice = Intake.ok(201, Intake.csv(Intake.hints() + "&dryRun=false", HEADINGS,
                "1,唯一测试,唯一测试有限公司,应用宝,1.0,违规收集个人信息,")).at("/notice").asText();
        String known = Api.one("/v1/findings/" + notice + "-1").at("/app").asText();
        JsonNode row = Intake.ok(200, Intake.csv(Intake.hints(), "应用名称,应用版本,所涉问题", "唯一测试,2.0,违规收集个人信息", "唯一测试极速版,2.0,违规收集个人信息"))
                .at("/rows");
        assertThat(row.at("/0/outcome").asText()).isEqualTo("ambiguous");
        assertThat(row.at("/0/defaultApp").asText()).isEqualTo(known);
        assertThat(row.at("/1/outcome").asText()).isEqualTo("ambiguous");
        assertThat(row.at("/1/defaultApp").asText()).isEqualTo("new");
        assertThat(row.at("/1/candidates/0/id").asText()).isEqualTo(known);
    }

    /** Its dates stand in every finding, and the excerpt has not all of them. */
    @Test
    void anExcerptLeavesTheDatesOfItsNotice() {
        LocalDate day = Intake.day();
        String hints = Intake.hints(day) + "&dryRun=false";
        String notice = Intake.ok(201, Intake.csv(hints + "&deadline=" + day.plusDays(9), HEADINGS,
                "1,节选甲,节选甲有限公司,应用宝,1.0,违规收集个人信息,", "2,节选乙,节选乙有限公司,应用宝,1.0,违规收集个人信息,")).at("/notice").asText();
        JsonNode excerpt = Intake.ok(201, Intake.csv(hints + "&partial=true&notice=" + notice + "&deadline=" + day.plusDays(12),
                HEADINGS, "1,节选甲,节选甲有限公司,应用宝,1.1,违规收集个人信息,"));
        assertThat(Intake.texts(excerpt.at("/report/warnings"), "/code")).contains("dates-kept");
        assertThat(Api.one("/v1/notices/" + notice).at("/deadline").asText()).isEqualTo(day.plusDays(9).toString());
        assertThat(Api.one("/v1/findings/" + notice + "-1").at("/version").asText()).isEqualTo("1.1");
        Api.list("/v1/notices/" + notice + "/findings").results()
                .forEach(finding -> assertThat(finding.at("/deadline").asText()).isEqualTo(day.plusDays(9).toString()));
        JsonNode whole = Intake.ok(201, Intake.csv(hints + "&notice=" + notice + "&deadline=" + day.plusDays(12), HEADINGS,
                "1,节选甲,节选甲有限公司,应用宝,1.1,违规收集个人信息,", "2,节选乙,节选乙有限公司,应用宝,1.0,违规收集个人信息,"));
        assertThat(Intake.texts(whole.at("/report/warnings"), "/code")).doesNotContain("dates-kept");
        Api.list("/v1/notices/" + notice + "/findings").results()
                .forEach(finding -> assertThat(finding.at("/deadline").asText()).isEqualTo(day.plusDays(12).toString()));
    }

    @Test
    void aCorrectedVersionIsADifference() {
        String hints = Intake.hints() + "&dryRun=false";
        String[] first = { HEADINGS, "1,改正甲,改正甲有限公司,应用宝,1.0,违规收集个人信息,", "2,改正乙,改正乙有限公司,应用宝,1.0,违规收集个人信息,",
                "3,改正丙,改正丙有限公司,应用宝,1.0,违规收集个人信息," };
        String notice = Intake.ok(201, Intake.csv(hints, first)).at("/notice").asText();
        String gone = Api.one("/v1/findings/" + notice + "-2").at("/app").asText();
        String[] corrected = { HEADINGS, "1,改正甲,改正甲有限公司,应用宝,1.0.1,违规收集个人信息、超范围收集个人信息,", "2,改正丙,改正丙有限公司,应用宝,1.0,违规收集个人信息,",
                "3,改正丁,改正丁有限公司,应用宝,1.0,违规收集个人信息," };
        JsonNode planned = Intake.ok(200, Intake.csv(hints.replace("dryRun=false", "dryRun=true"), corrected));
        assertThat(planned.at("/report/difference").toString())
                .isEqualTo("{\"added\":1,\"changed\":2,\"unchanged\":0,\"removed\":1}");
        assertThat(planned.at("/rows/0/changes").toString())
                .contains("\"field\":\"version\",\"held\":\"1.0\",\"printed\":\"1.0.1\"");
        assertThat(Intake.get("/v1/imports/" + planned.at("/id").asText() + "/rows?difference=removed").at("/results/0/finding")
                .asText()).isEqualTo(notice + "-2");
        JsonNode applied = Intake.ok(201, Intake.apply(planned, "{}"));
        assertThat(Api.list("/v1/notices/" + notice + "/findings?sort=sequence").ids()).containsExactly(notice + "-1",
                notice + "-3", notice + "-4");
        JsonNode changed = Api.one("/v1/findings/" + notice + "-1");
        assertThat(changed.at("/version").asText()).isEqualTo("1.0.1");
        assertThat(Intake.texts(changed.at("/category"), "")).containsExactly("over-scope-collection", "unlawful-collection");
        Api.problem(410, "/v1/findings/" + notice + "-2");
        assertThat(Api.one("/v1/apps/" + gone).at("/status").isNull()).isTrue();
        assertThat(Ledger.cause(applied.at("/revision").asLong())).isEqualTo("correction anna curator");
        // The version before is known too, and does not turn things back
        assertThat(Intake.ok(200, Intake.csv(hints, first)).at("/state").asText()).isEqualTo("unchanged");
    }
}
