package org.offshelf.penalty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

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
    @ValueSource(strings = { "app", "notice", "operator" })
    void isShownWithTheRecord(String reference) {
        JsonNode statement = Api.all("/v1/statements").stream()
                .filter(one -> !one.get(reference).isNull()).findFirst().orElseThrow();
        String collection = reference + "s";
        String record = "/v1/" + collection + "/" + statement.get(reference).textValue();
        assertThat(Api.one(record + "?include=statements").at("/included/statements")).contains(statement);
        assertThat(Api.one(record).has("included")).isFalse();
        JsonNode row = Api.list("/v1/" + collection + "?include=statements&id=" + statement.get(reference).textValue())
                .results()
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
        JsonNode statement = Api.one("/v1/statements/stm-n4gwr4e7");
        String day = statement.get("made").textValue();
        assertThat(shown(day)).contains(statement);
        assertThat(shown(LocalDate.parse(day).minusDays(1).toString())).isEmpty();
    }

    private static List<JsonNode> shown(String day) {
        return Api.all("/v1/operators?include=statements&asOf=" + day).stream()
                .flatMap(operator -> StreamSupport.stream(operator.at("/included/statements").spliterator(), false)).toList();
    }

    @Test
    void fitsNoTable() {
        assertThat(Api.problem(400, "/v1/notices?format=csv&include=statements").errors().get(0).message()).contains("ndjson");
        assertThat(Api.problem(400, "/v1/notices?include=statement").errors().get(0).didYouMean()).isEqualTo("statements");
        assertThat(Api.one("/v1/fields/notices").get("referring")).isEqualTo(Api.json("['corrections','statements']"));
    }
}
