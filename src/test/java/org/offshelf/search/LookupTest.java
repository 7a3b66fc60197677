package org.offshelf.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.ledger.Standing;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
class LookupTest {

    @Inject
    SearchFixture fixture;

    @BeforeEach
    void wellKnownApps() {
        fixture.wellKnown();
    }

    @Test
    void everyKindOfIdIsAnsweredInTheOrderAsked() {
        List<String> asked = List.of("ios:414478124", "miit-2021-11", "com.tencent.mm", "no-such-thing",
                "android:com.tencent.mm",
                "414478124", "miit-2021-11", "渝ICP备2021008177号-4A", "icp:渝icp备 2021008177号-4a", "android:414478124", "miit",
                "COM.TENCENT.MM", "粤ICP备2021008177号-4A");
        JsonPath answer = ok(Map.of("ids", asked));
        assertThat(answer.<String> getList("results.asked")).isEqualTo(asked);
        assertThat(answer.<Boolean> getList("results.found")).containsExactly(true, true, true, false, true, true, true, true,
                true,
                false, true, true, false);
        String wechat = answer.getString("results[0].id");
        assertThat(answer.getString("results[0].name")).isEqualTo("微信");
        assertThat(List.of(2, 4, 5, 11))
                .allSatisfy(i -> assertThat(answer.getString("results[" + i + "].id")).isEqualTo(wechat));
        assertThat(answer.getString("results[7].name")).isEqualTo("舒心天气");
        assertThat(answer.getString("results[8].name")).isEqualTo("舒心天气");
        assertThat(answer.getString("results[1].type")).isEqualTo("notices");
        assertThat(answer.getString("results[10].type")).isEqualTo("regulators");
        assertThat(answer.getInt("meta.found")).isEqualTo(10);
    }

    @Test
    void aResultSaysWhatTheRecordSays() {
        JsonPath app = given().get("/v1/apps?name=豆瓣").jsonPath();
        JsonPath answer = ok(Map.of("ids", List.of(app.getString("results[0].id"))));
        for (String field : List.of("id", "name", "status", "statusSince", "statusFrom", "revision")) {
            assertThat(answer.<Object> get("results[0]." + field)).as(field).isEqualTo(app.<Object> get("results[0]." + field));
        }
        assertThat(answer.getString("results[0].standing")).isEqualTo("current");
        given().get(answer.getString("results[0].href")).then().statusCode(200);
    }

    @Test
    void aMergedRecordSaysWhereItWent() {
        fixture.create("merged", "并入者", null);
        fixture.create("kept", "保留者", null);
        fixture.change("merged", app -> {
            app.standing = Standing.MERGED;
            app.standingReason = "The same.";
            app.successor = "app-kept";
        });
        JsonPath answer = ok(Map.of("ids", List.of("app-merged")));
        assertThat(answer.getString("results[0].standing")).isEqualTo("merged");
        assertThat(answer.getString("results[0].movedTo")).isEqualTo("app-kept");
    }

    @Test
    void aThousandAreLookedUpAndOneMoreIsNot() {
        assertThat(ok(Map.of("ids", Collections.nCopies(1000, "miit"))).getInt("meta.found")).isEqualTo(1000);
        post(Map.of("ids", Collections.nCopies(1001, "miit"))).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"ids\": []}", "{\"ids\": null}", "{\"ids\": [null]}", "{\"ids\": [\"\"]}",
            "{\"ids\": [\"a\\u0000\"]}", "{\"ids\": [\"\\ud800\"]}", "{\"ids\": \"x\"}", "{\"ids\": [[]]}", "{\"id\": [\"a\"]}",
            "[]", "null", "\"" })
    void whatCannotBeLookedUpIsExplained(String body) {
        given().contentType(ContentType.JSON).body(body).post("/v1/lookup").then().statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void oddTextsAreFoundNowhere() {
        JsonPath answer = ok(
                Map.of("ids", List.of("' or 1=1 --", "😀", ":", "android:", "a:b:c", "%", "icp：号", "x".repeat(200))));
        assertThat(answer.getInt("meta.found")).isZero();
    }

    private static JsonPath ok(Object body) {
        return post(body).then().statusCode(200).extract().jsonPath();
    }

    private static Response post(Object body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/lookup");
    }
}
