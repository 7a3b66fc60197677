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

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.app.Operator;
import org.offshelf.ledger.LedgerTable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class MergingTest {

    private static final String REASON = "{'reason':'Two apps after all.'}";

    @Inject
    Cases cases;

    @Inject
    LedgerTable ledger;

    @Test
    void aMergeIsUndoneToTheLastField() {
        Cases.Case one = cases.named(1);
        Cases.Case other = cases.named(1);
        cases.ordered(one);
        cases.ordered(other);
        observe(one, "huawei", "removed", "2021-12-15");
        observe(other, "huawei", "removed", "2021-12-12");
        observe(one, "xiaomi", "removed", "2021-12-16");
        String penalty = penalty(one.apps().get(0), one.source());
        String statement = statement(one.apps().get(0), one.source());
        ok(patch(one.app(), ANY, "{'aliases':['别名'],'identifiers':[{'scheme':'android','value':'org." + one.apps().get(0)
                + "'}],'operator':'op-3w0b5tqz','reason':'Known.'}".replace("op-3w0b5tqz", cases.operator().id)));
        List<String> records = List.of(one.app(), other.app(), one.finding(), other.finding(), penalty, statement,
                one.app() + "/findings", other.app() + "/findings", one.app() + "/listings", other.app() + "/listings",
                one.app() + "/timeline", other.app() + "/timeline");
        List<JsonNode> before = read(records);

        Response merged = post(one.app() + "/merge", etag(one.app()), into(other.apps().get(0)));
        JsonNode app = ok(merged);
        assertThat(app.get("id").textValue()).isEqualTo(other.apps().get(0));
        assertThat(app.get("aliases")).contains(before.get(0).get("name"), Api.json("'别名'"));
        assertThat(app.get("operator")).isEqualTo(before.get(0).get("operator"));
        Response moved = Api.get(one.app());
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.header("Location")).endsWith(other.app());
        assertThat(Api.list(other.app() + "/findings").count()).isEqualTo(4);
        assertThat(Api.list(other.app() + "/listings").texts("store")).containsExactlyInAnyOrder("all", "huawei", "xiaomi");
        assertThat(Api.one("/v1/listings/" + other.apps().get(0) + "-huawei").get("events")).hasSize(2);
        assertThat(Api.get("/v1/listings/" + one.apps().get(0) + "-huawei").statusCode()).isEqualTo(308);
        assertThat(Api.one(penalty).get("app")).isEqualTo(Api.json("['" + other.apps().get(0) + "']"));
        assertThat(Api.one(statement).get("app").textValue()).isEqualTo(other.apps().get(0));
        assertThat(ledger.author(app.get("revision").longValue())).isEqualTo("ann correction One app.");
        assertThat(ledger.lines(app.get("revision").longValue()))
                .anyMatch(line -> line.contains(one.apps().get(0) + " merge "));

        JsonNode back = ok(post(one.app() + "/unmerge", ANY, REASON));
        assertThat(back.has("notes")).isFalse();
        assertThat(ledger.lines(back.get("revision").longValue()))
                .anyMatch(line -> line.contains(one.apps().get(0) + " unmerge "));
        List<JsonNode> after = read(records);
        for (int i = 0; i < records.size(); i++) {
            assertThat(after.get(i)).as(records.get(i)).isEqualTo(before.get(i));
        }
        problem(409, post(one.app() + "/unmerge", ANY, REASON));
    }

    @Test
    void whatCameSinceStaysAndWhatWasChangedSinceIsSaid() {
        Cases.Case one = cases.named(2);
        Cases.Case other = cases.named(1);
        Cases.Case third = cases.named(1);
        ok(patch("/v1/findings/" + one.findings().get(1), ANY, "{'app':'" + one.apps().get(0) + "','reason':'The same.'}"));
        ok(post(one.app() + "/merge", ANY, into(other.apps().get(0))));
        ok(patch(third.finding(), ANY, "{'app':'" + other.apps().get(0) + "','reason':'The same.'}"));
        ok(patch(one.finding(), ANY, "{'app':'" + third.apps().get(0) + "','reason':'Not the same.'}"));
        ok(patch(other.app(), ANY, "{'aliases':['新名'],'reason':'Renamed.'}"));
        JsonNode answer = ok(post(one.app() + "/unmerge", ANY, REASON));
        assertThat(answer.get("notes")).hasSize(1);
        assertThat(answer.at("/notes/0").textValue()).contains(one.findings().get(0), "`app`", "left as it is");
        assertThat(Api.list(one.app() + "/findings").ids()).containsExactly(one.findings().get(1));
        assertThat(Api.list(other.app() + "/findings").ids())
                .containsExactlyInAnyOrder(other.findings().get(0), third.findings().get(0));
        assertThat(Api.one(other.app()).get("aliases")).isEqualTo(Api.json("['新名']"));
    }

    @Test
    void chainsLeadToTheEndAndAreUndoneFromThere() {
        String a = cases.app();
        String b = cases.app();
        String c = cases.app();
        ok(post("/v1/apps/" + a + "/merge", ANY, into(b)));
        ok(post("/v1/apps/" + b + "/merge", ANY, into(c)));
        assertThat(Api.get("/v1/apps/" + a).header("Location")).endsWith("/v1/apps/" + c);
        assertThat(problem(400, post("/v1/apps/" + c + "/merge", ANY, into(a))).errors().get(0).didYouMean()).isEqualTo(c);
        problem(422, post("/v1/apps/" + c + "/merge", ANY, into(c)));
        assertThat(post("/v1/apps/" + a + "/merge", ANY, into(b)).statusCode()).isEqualTo(308);
        assertThat(problem(409, post("/v1/apps/" + a + "/unmerge", ANY, REASON)).detail()).contains("itself merged");
        ok(post("/v1/apps/" + b + "/unmerge", ANY, REASON));
        assertThat(Api.get("/v1/apps/" + a).header("Location")).endsWith("/v1/apps/" + b);
        ok(post("/v1/apps/" + a + "/unmerge", ANY, REASON));
        assertThat(Api.one("/v1/apps/" + a).get("aliases")).isEmpty();
        assertThat(Api.one("/v1/apps/" + b).get("aliases")).isEmpty();
        assertThat(Api.one("/v1/apps/" + c).get("aliases")).isEmpty();
    }

    @Test
    void bothRecordsMustHaveBeenSeen() {
        String a = cases.app();
        String b = cases.app();
        String seen = etag("/v1/apps/" + b);
        ok(patch("/v1/apps/" + b, ANY, "{'name':'新名','reason':'Renamed.'}"));
        assertThat(problem(412, post("/v1/apps/" + a + "/merge", seen, into(b))).detail()).contains(b);
        ok(patch("/v1/apps/" + b, ANY, "{'kind':'sdk','reason':'It is.'}"));
        assertThat(problem(422, post("/v1/apps/" + a + "/merge", ANY, into(b))).errors().get(0).message()).contains("sdk");
        problem(404, post("/v1/apps/app-nonsense/merge", ANY, into(b)));
    }

    @Test
    void anOrderOfTheOneEscalatesWhatNamedTheOther() {
        Cases.Case named = cases.named(1);
        Cases.Case ordered = cases.ordered(named);
        String other = cases.app();
        ok(patch(ordered.finding(), ANY, "{'app':'" + other + "','reason':'Another spelling.'}"));
        JsonNode before = Api.one(named.finding());
        ok(post("/v1/apps/" + other + "/merge", ANY, into(named.apps().get(0))));
        assertThat(Api.one(named.finding()).get("status").textValue()).isEqualTo("removal-ordered");
        ok(post("/v1/apps/" + other + "/unmerge", ANY, REASON));
        assertThat(bare(Api.one(named.finding()))).isEqualTo(bare(before));
    }

    @Test
    void operatorsAreMergedAndTakenApart() {
        Operator one = cases.operator();
        Operator other = cases.operator();
        Cases.Case named = cases.named(1, finding -> finding.operator = one.id);
        ok(patch(named.app(), ANY, "{'operator':'" + one.id + "','reason':'Known.'}"));
        List<String> records = List.of("/v1/operators/" + one.id, "/v1/operators/" + other.id, named.app(), named.finding());
        List<JsonNode> before = read(records);
        JsonNode merged = ok(post("/v1/operators/" + one.id + "/merge", ANY, into(other.id)));
        assertThat(merged.get("aliases")).containsExactly(before.get(0).get("name"));
        assertThat(Api.get("/v1/operators/" + one.id + "/apps").header("Location")).endsWith(other.id + "/apps");
        assertThat(Api.one(named.app()).get("operator").textValue()).isEqualTo(other.id);
        assertThat(Api.one(named.finding()).get("operator").textValue()).isEqualTo(other.id);
        ok(post("/v1/operators/" + one.id + "/unmerge", ANY, REASON));
        assertThat(read(records)).isEqualTo(before);
    }

    @Test
    void aSplitMakesAnAppOfSomeFindings() {
        Cases.Case one = cases.named(2);
        Cases.Case ordered = cases.ordered(one);
        for (int i : List.of(0, 1)) {
            for (Cases.Case notice : List.of(one, ordered)) {
                ok(patch("/v1/findings/" + notice.findings().get(i), ANY,
                        "{'app':'" + one.apps().get(0) + "','reason':'Taken for one.'}"));
            }
        }
        observe(one, "huawei", "removed", "2021-12-15");
        String body = "{'name':'" + Api.one(one.app()).get("name").textValue() + "','findings':['" + one.findings().get(1)
                + "','"
                + ordered.findings().get(1) + "'],'stores':['huawei'],'reason':'Namesakes.'}";
        Response answer = post(one.app() + "/split", etag(one.app()), body);
        JsonNode made = ok(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        String path = "/v1/apps/" + made.get("id").textValue();
        assertThat(answer.header("Location")).endsWith(path);
        assertThat(made.get("status").textValue()).isEqualTo("removed");
        assertThat(Api.list(path + "/findings").count()).isEqualTo(2);
        assertThat(Api.list(path + "/listings").texts("store")).containsExactlyInAnyOrder("all", "huawei");
        assertThat(Api.one(one.app()).get("status").textValue()).isEqualTo("removal-ordered");
        assertThat(Api.list(one.app() + "/listings").texts("store")).containsExactly("all");
        assertThat(Api.one(one.finding()).get("status").textValue()).isEqualTo("removal-ordered");
        assertThat(problem(422, post(one.app() + "/split", ANY, body)).errors()).extracting(fault -> fault.pointer())
                .containsExactlyInAnyOrder("/findings", "/findings", "/stores");
        problem(400, post(one.app() + "/split", ANY, "{'name':'x','findings':[],'reason':'x'}"));
    }

    private void observe(Cases.Case of, String store, String kind, String date) {
        ok(post(of.app() + "/listings/" + store + "/events", ANY,
                "{'kind':'" + kind + "','date':'" + date + "','source':'" + of.source() + "'}"));
    }

    private String penalty(String app, String source) {
        return "/v1/penalties/" + ok(post("/v1/penalties", null, "{'regulator':'miit','operator':'" + cases.operator().id
                + "','kind':'fine','amount':1000.5,'currency':'CNY','decided':'2021-12-20','app':['" + app
                + "'],'sources':[{'source':'" + source + "'}]}")).get("id").textValue();
    }

    private String statement(String app, String source) {
        return "/v1/statements/" + ok(post("/v1/statements", null, "{'operator':'" + cases.operator().id + "','app':'" + app
                + "','made':'2021-12-21','summary':'We will.','sources':[{'source':'" + source + "'}]}")).get("id").textValue();
    }

    private static String into(String id) {
        return "{'into':'" + id + "','reason':'One app.'}";
    }

    private static List<JsonNode> read(List<String> paths) {
        List<JsonNode> all = new ArrayList<>();
        paths.forEach(path -> all.add(bare(Api.one(path))));
        return all;
    }

    /** But for the revisions, which tell of the merge. */
    private static JsonNode bare(JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        List.of("revision", "permanent")
                .forEach(name -> copy.findParents(name).forEach(node -> ((ObjectNode) node).remove(name)));
        return copy;
    }
}
