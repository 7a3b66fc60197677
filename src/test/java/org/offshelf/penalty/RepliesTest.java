package org.offshelf.penalty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.Api;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

/** What operators answered stands with what they answered to. */
@QuarkusTest
class RepliesTest {

    @ParameterizedTest
    @ValueSource(strings = { "app", "penalty", "notice", "operator" })
    void isShownWithTheRecord(String reference) {
        JsonNode statement = Api.all("/v1/statements").stream()
                .filter(one -> !one.get(reference).isNull()).findFirst().orElseThrow();
        String collection = reference.equals("penalty") ? "penalties" : reference + "s";
        String record = "/v1/" + collection + "/" + statement.get(reference).textValue();
        assertThat(Api.one(record + "?include=statements").at("/included/statements")).contains(statement);
        assertThat(Api.one(record).has("included")).isFalse();
        JsonNode row = Api.list("/v1/" + collection + "?include=statements&id=" + statement.get(reference).textValue()).results()
                .get(0);
        assertThat(row.at("/included/statements")).contains(statement);
        String lines = given().get("/v1/" + collection + "?format=ndjson&include=statements&id="
                + statement.get(reference).textValue()).asString();
        assertThat(Api.json(lines.replace("'", "’")).at("/included/statements/0/id").isTextual()).isTrue();
        assertThat(Api.one(record + "?select=id&include=statements&revision=" + statement.get("revision"))
                .at("/included/statements")).contains(statement);
    }

    @Test
    void aReplyToANoticeStandsWithItsFindings() {
        for (JsonNode statement : Api.all("/v1/statements?notice.exists=true")) {
            String findings = "/v1/findings?include=statements&notice=" + statement.get("notice").textValue();
            String by = statement.get("app").isNull() ? "operator" : "app";
            for (JsonNode finding : Api.all(findings)) {
                boolean isShown = finding.at("/included/statements").findValuesAsText("id")
                        .contains(statement.get("id").textValue());
                assertThat(isShown).isEqualTo(finding.get(by).equals(statement.get(by)));
            }
        }
    }

    @Test
    void isNotShownBeforeItWasMade() {
        JsonNode statement = Api.list("/v1/statements?penalty.exists=true&limit=1").results().get(0);
        String day = statement.get("made").textValue();
        String operator = "/v1/operators/" + statement.get("operator").textValue() + "?include=statements&asOf=";
        assertThat(Api.one(operator + day).at("/included/statements")).contains(statement);
    }

    @Test
    void fitsNoTable() {
        assertThat(Api.problem(400, "/v1/notices?format=csv&include=statements").errors().get(0).message()).contains("ndjson");
        assertThat(Api.problem(400, "/v1/notices?include=statement").errors().get(0).didYouMean()).isEqualTo("statements");
        assertThat(Api.one("/v1/fields/notices").get("referring")).isEqualTo(Api.json("['corrections','statements']"));
    }
}
