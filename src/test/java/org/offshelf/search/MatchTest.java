package org.offshelf.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class MatchTest {

    @Inject
    SearchFixture fixture;

    @BeforeEach
    void wellKnownApps() {
        fixture.wellKnown();
    }

    @ParameterizedTest
    @CsvSource({
            "豆瓣, 豆瓣, true, exact-name",
            "豆瓣网, 豆瓣, true, alias",
            "xiaohongshu, 小红书, true, alias",
            "weixin, 微信, true, alias",
            "wangshiyuanqi, 王氏源起, true, pinyin",
            "小紅書, 小红书, true, same-name",
            "Wifi 万能钥匙, WiFi万能钥匙, true, same-name",
            "豆办, 豆瓣, false, sounds-alike",
            "xhs, 小红书, false, initials",
            "WiFi万能钥匙极速版, WiFi万能钥匙, false, similar",
    })
    void aNameFindsItsApp(String name, String app, boolean isMatch, String reason) {
        JsonPath answer = match(Map.of("row17", Map.of("name", name)));
        assertThat(answer.getString("results.row17.candidates[0].name")).isEqualTo(app);
        assertThat(answer.getBoolean("results.row17.candidates[0].match")).isEqualTo(isMatch);
        assertThat(answer.getString("results.row17.candidates[0].reasons[0].code")).isEqualTo(reason);
        assertThat(answer.<Float> getList("results.row17.candidates.score")).hasSizeLessThanOrEqualTo(5)
                .allSatisfy(score -> assertThat(score.doubleValue()).isBetween(0.0, 1.0));
    }

    @Test
    void ofTwoNamesakesTheOperatorTellsWhich() {
        fixture.create("twin1", "双生记", "北京双生科技有限公司");
        fixture.create("twin2", "双生纪", "上海孪子网络有限公司");
        fixture.change("twin2", app -> app.name = "双生记");
        JsonPath alone = match(Map.of("q", Map.of("name", "双生记")));
        assertThat(alone.<Boolean> getList("results.q.candidates.match")).startsWith(false, false).doesNotContain(true);
        JsonPath told = match(Map.of("q", Map.of("name", "双生记", "operator", "孪子网络")));
        assertThat(told.getString("results.q.candidates[0].id")).isEqualTo("app-twin2");
        assertThat(told.getBoolean("results.q.candidates[0].match")).isTrue();
        assertThat(told.<String> getList("results.q.candidates[0].reasons.code")).containsExactly("exact-name",
                "operator-agrees");
        assertThat(told.<String> getList("results.q.candidates[1].reasons.code")).containsExactly("exact-name",
                "operator-contradicts");
        JsonPath other = match(Map.of("q", Map.of("name", "双生记", "operator", "别家有限公司")));
        assertThat(other.<Boolean> getList("results.q.candidates.match")).doesNotContain(true);
    }

    @ParameterizedTest
    @ValueSource(strings = { "北京豆网科技有限公司", "豆网科技", "北京豆网", "豆网" })
    void companiesAreMatchedWithoutTheirLegalForm(String name) {
        JsonPath answer = match(Map.of("c", Map.of("name", name, "kind", "operator")));
        assertThat(answer.getString("results.c.candidates[0].name")).isEqualTo("北京豆网科技有限公司");
        assertThat(answer.getBoolean("results.c.candidates[0].match")).isTrue();
    }

    @Test
    void keysAndQueriesAreEchoedInOrder() {
        Map<String, Object> queries = new LinkedHashMap<>();
        queries.put("z", Map.of("name", "ＱＱ", "kind", "app"));
        queries.put("行 1", Map.of("name", "没有这个东西吧哈", "operator", "北京豆网科技有限公司"));
        queries.put("", Map.of("name", "😀"));
        JsonPath answer = match(queries);
        assertThat(answer.<Map<String, Object>> get("results").keySet()).containsExactly("z", "行 1", "");
        assertThat(answer.getString("results.z.query.comparedAs")).isEqualTo("qq");
        assertThat(answer.getString("results.'行 1'.query.operatorComparedAs")).isEqualTo("豆网");
        assertThat(answer.<Boolean> getList("results.'行 1'.candidates.match")).doesNotContain(true);
        assertThat(answer.getDouble("meta.threshold")).isEqualTo(0.9);
    }

    @Test
    void aHundredAreMatchedAndOneMoreIsNot() {
        Map<String, Object> queries = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            queries.put("row" + i, Map.of("name", "豆瓣" + i));
        }
        assertThat(match(queries).<Map<String, Object>> get("results")).hasSize(100);
        queries.put("row100", Map.of("name", "豆瓣"));
        given().contentType(ContentType.JSON).body(Map.of("queries", queries)).post("/v1/match").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"queries\": {}}", "{\"queries\": {\"a\": null}}", "{\"queries\": {\"a\": {}}}",
            "{\"queries\": {\"a\": {\"name\": \"\"}}}", "{\"queries\": {\"a\": {\"name\": \"\\udc00\"}}}",
            "{\"queries\": {\"\\udc00\": {\"name\": \"a\"}}}", "{\"queries\": {\"a\": {\"name\": \"a\", \"kind\": \"apps\"}}}",
            "{\"queries\": {\"a\": {\"nam\": \"a\"}}}", "{\"queries\": []}", "{\"queries\": {\"a\": \"b\"}}" })
    void whatCannotBeMatchedIsExplained(String body) {
        given().contentType(ContentType.JSON).body(body).post("/v1/match").then().statusCode(400)
                .contentType("application/problem+json");
    }

    private static JsonPath match(Map<String, ?> queries) {
        return given().contentType(ContentType.JSON).body(Map.of("queries", queries)).post("/v1/match").then().statusCode(200)
                .extract().jsonPath();
    }
}
