package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.patch;
import static org.offshelf.curating.Curator.post;
import static org.offshelf.curating.Curator.problem;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.http.Problem;
import org.offshelf.ledger.LedgerTable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class NewRecordsTest {

    @Inject
    Cases cases;

    @Inject
    LedgerTable ledger;

    @Test
    void aPenaltyIsRecordedOnceWithItsSources() {
        String body = "{'regulator':'miit','operator':'" + cases.operator().id
                + "','kind':'fine','amount':1500000,'currency':'CNY',"
                + "'decided':'2021-12-01','category':['prohibited-content'],'measures':['警告'],'sources':[{'source':{'kind':'press',"
                + "'title':'报道','url':'https://example.org/" + TestIds.fresh() + "'},'locator':'第2页'}]}";
        Response first = post("/v1/penalties", null, body);
        JsonNode penalty = ok(first);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/v1/penalties/" + penalty.get("id").textValue());
        assertThat(penalty).isEqualTo(Api.one("/v1/penalties/" + penalty.get("id").textValue()));
        assertThat(penalty.get("sources")).hasSize(1);
        assertThat(ledger.author(penalty.get("revision").longValue())).isEqualTo("ann source null");
        assertThat(problem(409, post("/v1/penalties", null, body)).detail()).contains(penalty.get("id").textValue());
        JsonNode corrected = ok(patch("/v1/penalties/" + penalty.get("id").textValue(), first.header("ETag"),
                "{'amount':1500000.5,'reason':'Misread.'}"));
        assertThat(corrected.get("amount").decimalValue()).isEqualByComparingTo("1500000.5");
    }

    @Test
    void whatAPenaltyCannotBeIsToldAtOnce() {
        String operator = cases.operator().id;
        String source = cases.named(1).source();
        Problem unreadable = problem(400, post("/v1/penalties", null,
                "{'regulator':'mitt','kind':'fin','amount':1.005,'currency':'yuan','sources':[]}"));
        assertThat(unreadable.errors()).extracting(fault -> fault.pointer() + " " + fault.code()).containsExactlyInAnyOrder(
                "/regulator unknown-value", "/operator missing", "/kind unknown-value", "/amount invalid-value",
                "/currency invalid-value", "/sources invalid-value");
        Problem invalid = problem(422, post("/v1/penalties", null, "{'regulator':'miit','operator':'" + operator
                + "','kind':'fine','amount':1,'penaltyCount':3,'periodFrom':'2021-12-01','periodTo':'2021-01-01','decided':"
                + "'2999-01-01','sources':[{'source':'" + source + "'}]}"));
        assertThat(invalid.errors()).extracting(fault -> fault.pointer()).containsExactlyInAnyOrder("/decided", "/periodTo",
                "/currency", "/penaltyCount");
    }

    @Test
    void aStatementAnswersAPenalty() {
        String operator = cases.operator().id;
        String source = cases.named(1).source();
        String body = "{'operator':'" + operator + "','notice':'miit-2021-11','made':'2021-12-02','summary':'已整改','points':"
                + "['一','二'],'sources':[{'source':'" + source + "'}]}";
        JsonNode statement = ok(post("/v1/statements", null, body));
        assertThat(statement.get("points")).hasSize(2);
        problem(409, post("/v1/statements", null, body));
        problem(422, post("/v1/statements", null, body.replace("2021-12-02", "2999-12-02")));
        ok(post("/v1/statements/" + statement.get("id").textValue() + "/retraction", ANY, "{'reason':'Not theirs.'}"));
        Api.problem(410, "/v1/statements/" + statement.get("id").textValue());
    }

    @Test
    void aSourceIsHeldOnce() {
        String body = "{'kind':'official','title':'通报','publisher':'某局','published':'2021-11-03','sha256':'x'}";
        assertThat(problem(400, post("/v1/sources", null, body)).errors().get(0).pointer()).isEqualTo("/sha256");
        String good = "{'kind':'official','title':'通报" + TestIds.fresh() + "','publisher':'某局','published':'2021-11-03'}";
        JsonNode source = ok(post("/v1/sources", null, good));
        assertThat(problem(409, post("/v1/sources", null, good)).tryInstead())
                .isEqualTo("/v1/sources/" + source.get("id").textValue());
        problem(422, post("/v1/sources", null, good.replace("2021-11-03", "2999-11-03")));
    }
}
