package org.offshelf.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.patch;
import static org.offshelf.curating.Curator.post;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.catalogue.Catalogue;
import org.offshelf.curating.Cases;
import org.offshelf.curating.Curator;
import org.offshelf.ledger.Revisions;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;

/** Who follows the changes has what the API lists. */
@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class MirrorTest {

    private static final String REASON = "{'reason':'Looked again.'}";

    @Inject
    Cases cases;
    @Inject
    TestRecords records;
    @Inject
    Revisions revisions;
    @Inject
    Session session;

    @Test
    void theChangesAloneGiveAllRecordsFieldByField() {
        Mirror mirror = new Mirror().follow(1000);
        assertEqual(mirror);
        Cases.Case one = cases.named(3);
        Cases.Case other = cases.named(2);
        cases.ordered(one);
        observe(one, "huawei", "removed");
        penaltyAndStatement(one);
        correct(one);
        retractAndRestore(one, other);
        mirror.follow(7);
        assertEqual(mirror);
        mergeUnmergeAndSplit(one, other);
        importANotice();
        inParts();
        mirror.follow(3);
        assertEqual(mirror);
        assertEqual(new Mirror().follow(100));
        assertThat(mirror.position()).isEqualTo(Api.one("/v1").get("revision").asText());
        assertModified(mirror);
    }

    /** One line for each record there ever was, and its last revision. */
    private static void assertModified(Mirror mirror) {
        List<String> lines = Api.get("/v1/changes/modified.csv").asString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("type,id,revision,at,standing,url");
        assertThat(lines.subList(1, lines.size())).extracting(line -> {
            String[] cells = line.split(",");
            return cells[0] + " " + cells[1] + " " + cells[2] + " " + cells[4];
        }).containsExactlyInAnyOrderElementsOf(mirror.summary());
        assertThat(lines.subList(1, lines.size())).extracting(line -> -Long.parseLong(line.split(",")[2])).isSorted();
        String last = lines.get(1).split(",")[2];
        assertThat(Api.get("/v1/changes/modified.csv?since=" + last).asString().lines()).hasSize(1);
        assertThat(Api.get("/v1/changes/modified.csv?since=" + (Long.parseLong(last) - 1)).asString().lines())
                .hasSizeGreaterThan(1).allMatch(line -> line.equals(lines.get(0)) || line.contains("," + last + ","));
    }

    private static void assertEqual(Mirror mirror) {
        Catalogue.names().forEach(type -> mirror.assertEqualTo(type, Api.all("/v1/" + type)));
    }

    private static void observe(Cases.Case of, String store, String kind) {
        ok(post(of.app() + "/listings/" + store + "/events", ANY,
                "{'kind':'" + kind + "','date':'2021-12-15','source':'" + of.source() + "'}"));
    }

    private void penaltyAndStatement(Cases.Case of) {
        String operator = cases.operator().id;
        String penalty = ok(post("/v1/penalties", null, "{'regulator':'miit','operator':'" + operator
                + "','kind':'fine','amount':3000000,'currency':'CNY','reportedAmount':470000.5,'reportedCurrency':'USD',"
                + "'decided':'2021-12-20','app':['" + of.apps().get(0) + "'],'sources':[{'source':'" + of.source() + "'}]}"))
                .get("id").textValue();
        ok(patch("/v1/penalties/" + penalty, ANY, "{'amount':1500000.25,'reason':'Misread.'}"));
        ok(post("/v1/statements", null, "{'operator':'" + operator + "','made':'2021-12-21','summary':'We will.','sources':"
                + "[{'source':'" + of.source() + "','locator':'p. 2'}]}"));
    }

    private void correct(Cases.Case of) {
        ok(patch(of.noticePath(), ANY, "{'deadline':'2021-11-10','category':['misleading-downloads'],'legalBasis':['Art. 1'],"
                + "'reason':'Misread.'}"));
        ok(patch(of.app(), ANY, "{'aliases':['别名','Alias'],'identifiers':[{'scheme':'android','value':'org." + of.apps().get(0)
                + "'},{'scheme':'android','value':'com." + of.apps().get(0) + "'}],'operator':'" + cases.operator().id
                + "','reason':'Known.'}"));
        ok(patch(of.finding(), ANY, "{'version':'1.0','reason':'Printed.'}"));
        ok(patch(of.finding(), ANY, "{'version':null,'reason':'Not printed.'}"));
        ok(post(of.finding() + "/events", ANY, "{'kind':'rectified','date':'2021-11-20','source':'" + of.source() + "'}"));
        ok(post(of.finding() + "/citations", ANY, "{'source':'" + of.source() + "','locator':'row 7'}"));
        ok(patch("/v1/categories/misleading-downloads", ANY, "{'labelEn':'What misleads','reason':'Clearer.'}"));
        ok(post("/v1/categories/" + cases.category("原词").id + "/phrases", ANY, "{'phrase':'新词'}"));
        ok(post("/v1/stores/huawei/spellings", ANY, "{'spelling':'花为'}"));
    }

    private void retractAndRestore(Cases.Case one, Cases.Case other) {
        ok(post(other.finding() + "/retraction", ANY, REASON));
        ok(post(other.noticePath() + "/retraction", ANY, REASON));
        ok(post(one.finding() + "/retraction", ANY, REASON));
        ok(post(one.finding() + "/restoration", ANY, REASON));
        ok(post(other.noticePath() + "/restoration", ANY, REASON));
    }

    private void mergeUnmergeAndSplit(Cases.Case one, Cases.Case other) {
        ok(post(one.app() + "/merge", ANY, "{'into':'" + other.apps().get(0) + "','reason':'One app.'}"));
        ok(post("/v1/apps/" + one.apps().get(1) + "/merge", ANY, "{'into':'" + other.apps().get(1) + "','reason':'One.'}"));
        ok(post(one.app() + "/unmerge", ANY, REASON));
        ok(patch("/v1/findings/" + one.findings().get(2), ANY, "{'app':'" + one.apps().get(0) + "','reason':'The same.'}"));
        ok(post(one.app() + "/split", ANY, "{'name':'" + Api.one(one.app()).get("name").textValue() + "','findings':['"
                + one.findings().get(2) + "'],'reason':'Namesakes.'}"));
        String operator = cases.operator().id;
        ok(post("/v1/operators/" + operator + "/merge", ANY, "{'into':'" + cases.operator().id + "','reason':'One.'}"));
    }

    private void importANotice() {
        String csv = "序号,应用名称,应用开发者,应用来源,应用版本,所涉问题\n1,镜像天气,镜像科技有限公司,应用宝,1.0,违规收集个人信息\n";
        assertThat(RestAssured.given().urlEncodingEnabled(false).contentType("text/csv; charset=utf-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?dryRun=false&regulator=ca-jilin&kind=violation-notice&published=2014-03-02&title=mirror")
                .then().extract().jsonPath().getString("state")).isEqualTo("applied");
    }

    /** A record that is touched again after it was let go has two lines in the revision. */
    private void inParts() {
        long revision = records.run(() -> {
            App app = records.app();
            app.aliases = List.of("before");
            revisions.drain();
            session.find(App.class, app.id).aliases = List.of("before", "after");
        });
        assertThat(Api.list("/v1/changes?type=apps&since=" + (revision - 1)).texts("op")).containsExactly("create", "update");
    }

    @Test
    void whatWasRetractedOrMergedHasAHistory() {
        Cases.Case one = cases.named(2);
        ok(patch(one.finding(), ANY, "{'version':'2.0','reason':'Printed.'}"));
        ok(post(one.finding() + "/retraction", ANY, REASON));
        ok(post(one.app() + "/merge", ANY, "{'into':'" + one.apps().get(1) + "','reason':'One app.'}"));
        Api.problem(410, one.finding());
        Api.Page history = Api.list(one.finding() + "/history");
        assertThat(history.texts("op")).startsWith("create", "update", "retract");
        assertThat(history.results().get(1).get("fields")).isEqualTo(Api.json("{'version':{'old':null,'new':'2.0'}}"));
        assertThat(history.results().get(1).get("role").textValue()).isEqualTo("curator");
        assertThat(history.results().get(1).get("reason").textValue()).isEqualTo("Printed.");
        assertThat(history.results().get(1).get("cause").textValue()).isEqualTo("correction");
        assertThat(history.body().toString()).doesNotContain("\"ann\"");
        assertThat(history.results().get(2).at("/fields/standing")).isEqualTo(Api.json("{'old':'current','new':'retracted'}"));
        assertThat(Api.list(one.app() + "/history?op=merge").results()).singleElement()
                .satisfies(line -> assertThat(line.at("/fields/successor/new").textValue()).isEqualTo(one.apps().get(1)));
        assertThat(Api.list(one.app() + "/history?limit=1").next()).contains("since=");
        Api.problem(404, "/v1/findings/miit-nonsense/history");
        assertThat(Api.get("/v1/nonsense/x/history").statusCode()).isEqualTo(404);
        assertThat(Api.problem(400, one.finding() + "/history?type=apps").errors()).hasSize(1);
    }

    @Test
    void anAliasLeadsToTheHistory() {
        String app = cases.app();
        ok(patch("/v1/apps/" + app, ANY, "{'identifiers':[{'scheme':'android','value':'h." + app + "'}],'reason':'Known.'}"));
        assertThat(Api.get("/v1/apps/android:h." + app + "/history").header("Location"))
                .endsWith("/v1/apps/" + app + "/history");
        assertThat(Curator.etag("/v1/apps/" + app + "/history")).startsWith("\"");
    }
}
