package org.offshelf.importing.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.access.Roles;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

/** What becomes of a notice that is held already when another version of it comes, or somebody decides otherwise. */
@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "anna", roles = Roles.CURATOR)
class VersionsTest {

    private static final String HEADINGS = "序号,应用名称,应用开发者,应用来源,应用版本,所涉问题";

    @Test
    void whatTheReportDidNotSayIsNotDone() {
        String hints = Intake.hints();
        JsonNode planned = Intake.ok(200, Intake.csv(hints, HEADINGS, row(1, "赶上甲"), row(2, "赶上乙")));
        assertThat(planned.at("/report/notice/heldRevision").isNull()).isTrue();
        JsonNode other = Intake.ok(201,
                Intake.csv(hints + "&dryRun=false", HEADINGS, row(1, "赶上甲"), row(2, "赶上乙"), row(3, "赶上丙")));
        String notice = other.at("/notice").asText();

        JsonNode problem = Intake.ok(409, Intake.apply(planned, "{}"));
        assertThat(problem.at("/detail").asText()).contains("the report is made anew");
        assertThat(Api.list("/v1/notices/" + notice + "/findings").texts("appName")).hasSize(3);
        JsonNode anew = Intake.get("/v1/imports/" + planned.at("/id").asText());
        assertThat(anew.at("/state").asText()).isEqualTo("planned");
        assertThat(anew.at("/report/difference/removed").asInt()).isEqualTo(1);
        assertThat(anew.at("/report/notice/heldRevision").asLong()).isEqualTo(other.at("/revision").asLong());

        Intake.ok(201, Intake.apply(planned, "{}"));
        assertThat(Api.list("/v1/notices/" + notice + "/findings").texts("appName")).hasSize(2);
    }

    @Test
    void aRowThatIsHeldSoCanBeDecidedOtherwise() {
        String hints = Intake.hints();
        String notice = Intake.ok(201, Intake.csv(hints + "&dryRun=false", HEADINGS, row(1, "另定甲"), row(2, "另定乙")))
                .at("/notice").asText();
        String second = Api.one("/v1/findings/" + notice + "-2").at("/app").asText();
        JsonNode planned = Intake.ok(200,
                Intake.csv(hints, HEADINGS, row(1, "另定甲"), row(2, "另定乙"), row(3, "另定丙")));
        assertThat(planned.at("/rows/0/difference").asText()).isEqualTo("unchanged");
        JsonNode applied = Intake.ok(201, Intake.apply(planned,
                "{'decisions': [{'row': 1, 'app': '" + second + "', 'reason': 'The same package.'}]}"));
        assertThat(Api.one("/v1/findings/" + notice + "-1").at("/app").asText()).isEqualTo(second);
        assertThat(Ledger.cause(applied.at("/revision").asLong())).startsWith("correction");
        JsonNode row = Intake.get("/v1/imports/" + planned.at("/id").asText() + "/rows?difference=changed").at("/results/0");
        assertThat(row.at("/changes/0/field").asText()).isEqualTo("app");
        assertThat(row.at("/changes/0/printed").asText()).isEqualTo(second);
        assertThat(Intake.get("/v1/imports/" + planned.at("/id").asText()).at("/decisions/0/reason").asText())
                .isEqualTo("The same package.");
    }

    @Test
    void twoRowsOfANewAppMakeOne() {
        String headings = "序号,应用名称,应用来源,应用版本,所涉问题";
        String[] same = { headings, "1,合一测试,应用宝,1.0,违规收集个人信息", "2,合一测试,华为应用市场,1.0,违规收集个人信息" };
        JsonNode planned = Intake.ok(200, Intake.csv(Intake.hints(), same));
        String notice = Intake.ok(201, Intake.apply(planned,
                "{'decisions': [{'row': 1, 'app': 'new'}, {'row': 2, 'app': 'new'}]}")).at("/notice").asText();
        assertThat(Api.list("/v1/notices/" + notice + "/findings").texts("app").stream().distinct()).hasSize(1);
        JsonNode again = Intake.ok(200, Intake.csv(Intake.hints(), headings, "1,没有公司,应用宝,1.0,违规收集个人信息"));
        JsonNode problem = Intake.ok(409, Intake.apply(again, "{'decisions': [{'row': 1, 'operator': 'new'}]}"));
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/decisions/0/operator");
    }

    @Test
    void whoRunsANewAppMayStandInALaterRow() {
        String notice = Intake.ok(201, Intake.csv(Intake.hints() + "&dryRun=false", HEADINGS, "1,后知测试,,应用宝,1.0,违规收集个人信息",
                "2,后知测试,后知有限公司,华为应用市场,1.0,违规收集个人信息")).at("/notice").asText();
        JsonNode named = Api.one("/v1/findings/" + notice + "-2");
        assertThat(named.at("/operator").isNull()).isFalse();
        assertThat(Api.one("/v1/apps/" + named.at("/app").asText()).at("/operator")).isEqualTo(named.at("/operator"));
    }

    @Test
    void oneDocumentCanHoldTwoNotices() {
        String[] reprinted = { HEADINGS, row(1, "两份甲"), row(2, "两份乙") };
        String one = Intake.ok(201, Intake.csv(Intake.hints() + "&dryRun=false", reprinted)).at("/notice").asText();
        String hints = Intake.hints();
        String other = Intake.ok(201, Intake.csv(hints + "&dryRun=false", HEADINGS, row(1, "两份丙"))).at("/notice").asText();
        JsonNode applied = Intake.ok(201,
                Intake.csv(hints + "&dryRun=false&partial=true&notice=" + other, reprinted));
        assertThat(applied.at("/notice").asText()).isEqualTo(other).isNotEqualTo(one);
        assertThat(Api.list("/v1/notices/" + other + "/findings").texts("appName")).hasSize(3);
        assertThat(Intake.ok(200, Intake.csv(hints + "&dryRun=false&partial=true&notice=" + other, reprinted)).at("/state")
                .asText()).isEqualTo("unchanged");
    }

    @Test
    void anEarlierVersionIsGoneBackToOnlyWhereThatIsSaid() {
        String hints = Intake.hints() + "&dryRun=false";
        String[] first = { HEADINGS, row(1, "回头甲"), row(2, "回头乙") };
        String notice = Intake.ok(201, Intake.csv(hints, first)).at("/notice").asText();
        JsonNode second = Intake.ok(201, Intake.csv(hints, HEADINGS, row(1, "回头甲")));
        JsonNode again = Intake.ok(200, Intake.csv(hints, first));
        assertThat(again.at("/state").asText()).isEqualTo("unchanged");
        assertThat(Intake.texts(again.at("/report/warnings"), "/code")).containsExactly("earlier-version");
        assertThat(Api.list("/v1/notices/" + notice + "/findings").texts("appName")).hasSize(1);

        Intake.ok(201, Intake.csv(hints + "&notice=" + notice, first));
        assertThat(Api.list("/v1/notices/" + notice + "/findings").texts("appName")).hasSize(2);
        JsonNode held = Intake.ok(200, Intake.csv(hints + "&notice=" + notice, first));
        assertThat(held.at("/state").asText()).isEqualTo("unchanged");
        assertThat(held.at("/report/warnings")).isEmpty();
        Intake.ok(200, Intake.apply(second, "{}"));
        Intake.ok(409, Intake.apply(second, "{'decisions': [{'row': 1, 'skip': true}]}"));
    }

    @Test
    void whatIsSaidOfADocumentGoesBeforeItsBytes() {
        String[] list = { HEADINGS, row(1, "同份甲") };
        String notice = Intake.ok(201, Intake.csv(Intake.hints() + "&dryRun=false", list)).at("/notice").asText();
        JsonNode other = Intake.ok(200, Intake.csv(Intake.hints(), list));
        assertThat(other.at("/state").asText()).isEqualTo("planned");
        assertThat(other.at("/report/notice/isNew").asBoolean()).isTrue();
        assertThat(Intake.texts(other.at("/report/warnings"), "/code")).containsExactly("same-document");
        assertThat(other.at("/report/warnings/0/message").asText()).contains(notice);
        JsonNode bare = Intake.ok(200, Intake.csv("", list));
        assertThat(bare.at("/state").asText()).isEqualTo("unchanged");
        assertThat(bare.at("/notice").asText()).isEqualTo(notice);
    }

    /** Its date was misread and corrected: the same folder taken in again must not make a second notice of it. */
    @Test
    void theSameWithTheSameWordsIsNotTakenForAnother() {
        String hints = Intake.hints() + "&dryRun=false";
        String[] list = { HEADINGS, row(1, "同话甲"), row(2, "同话乙") };
        String notice = Intake.ok(201, Intake.csv(hints, list)).at("/notice").asText();
        given().header("If-Match", "*").contentType("application/merge-patch+json")
                .body("{\"published\":\"" + Intake.day() + "\",\"reason\":\"Misread.\"}").patch("/v1/notices/" + notice)
                .then().statusCode(200);
        JsonNode again = Intake.ok(200, Intake.csv(hints, list));
        assertThat(again.at("/state").asText()).isEqualTo("unchanged");
        assertThat(again.at("/notice").asText()).isEqualTo(notice);
    }

    @Test
    void decisionsAboutWhatIsHeldMeanwhileAreNotDropped() {
        String hints = Intake.hints();
        String[] list = { HEADINGS, row(1, "晚定甲"), row(2, "晚定乙") };
        JsonNode one = Intake.ok(200, Intake.csv(hints, list));
        JsonNode other = Intake.ok(200, Intake.csv(hints, list));
        String notice = Intake.ok(201, Intake.apply(one, "{}")).at("/notice").asText();
        String second = Api.one("/v1/findings/" + notice + "-2").at("/app").asText();
        String decided = "{'decisions': [{'row': 1, 'app': '" + second + "'}]}";
        assertThat(Intake.ok(409, Intake.apply(other, decided)).at("/detail").asText()).contains("without these decisions");
        assertThat(Api.one("/v1/findings/" + notice + "-1").at("/app").asText()).isNotEqualTo(second);
        assertThat(Intake.get("/v1/imports?limit=1").at("/results/0/decisions").isNull()).isTrue();
        assertThat(Intake.ok(200, Intake.apply(other, "{}")).at("/state").asText()).isEqualTo("unchanged");
    }

    @Test
    void whatLooksWrongIsSaid() {
        JsonNode planned = Intake.ok(200, Intake.post(Intake.hints(LocalDate.now().plusYears(1)), "text/plain", "hello world"
                .getBytes(StandardCharsets.UTF_8)));
        assertThat(Intake.texts(planned.at("/report/warnings"), "/code")).contains("no-rows", "future-date");
    }

    @Test
    void whatAnOrderEnforcesMayBecomeKnownLater() {
        String one = Intake.ok(201, Intake.csv(Intake.hints() + "&dryRun=false", HEADINGS, row(1, "后令甲"))).at("/notice")
                .asText();
        String other = Intake.ok(201, Intake.csv(Intake.hints() + "&dryRun=false", HEADINGS, row(1, "后令甲"), row(2, "后令乙")))
                .at("/notice").asText();
        LocalDate day = Intake.day();
        String order = Intake.ok(201, Intake.csv(order(day), HEADINGS, row(1, "后令甲"))).at("/notice").asText();
        assertThat(happened(one)).isEmpty();

        Intake.ok(201, Intake.csv(order(day) + "&follows=" + one, HEADINGS, row(1, "后令甲"), row(2, "后令丙")));
        assertThat(happened(one)).isEqualTo("not-rectified " + day + " escalated " + day);

        Intake.ok(201, Intake.csv(order(day) + "&follows=" + other, HEADINGS, row(1, "后令甲"), row(2, "后令丁")));
        assertThat(happened(one)).isEmpty();
        assertThat(happened(other)).isEqualTo("not-rectified " + day + " escalated " + day);

        LocalDate next = Intake.day();
        Intake.ok(201, Intake.csv(order(next) + "&notice=" + order, HEADINGS, row(1, "后令甲"), row(2, "后令戊")));
        assertThat(happened(other)).isEqualTo("not-rectified " + next + " escalated " + next);
    }

    @Test
    void aTitleThatIsNoneIsAskedFor() {
        String page = "<html><head><title>" + "长".repeat(600)
                + "</title></head><body><table><tr><th>应用名称</th><th>所涉问题</th></tr>"
                + "<tr><td>长题测试</td><td>违规收集个人信息</td></tr></table></body></html>";
        JsonNode planned = Intake.ok(200, Intake.post("regulator=ca-jilin&published=" + Intake.day(), "text/html",
                page.getBytes(StandardCharsets.UTF_8)));
        assertThat(Intake.texts(planned.at("/report/missing"), "")).containsExactly("title");
        assertThat(Intake.texts(planned.at("/report/warnings"), "/code")).contains("title");
    }

    private static String order(LocalDate day) {
        return "kind=removal-order&dryRun=false&regulator=ca-jilin&published=" + day + "&title="
                + Api.encode("吉林省通信管理局关于下架应用的通报");
    }

    /** To the first finding of the notice. */
    private static String happened(String notice) {
        JsonNode events = Api.one("/v1/findings/" + notice + "-1").at("/events");
        return String.join(" ", StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.at("/kind").asText() + ' ' + event.at("/date").asText()).toList());
    }

    private static String row(int number, String app) {
        return number + "," + app + "," + app + "有限公司,应用宝,1.0,违规收集个人信息";
    }
}
