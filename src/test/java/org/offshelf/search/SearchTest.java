package org.offshelf.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.app.AppSchema;
import org.offshelf.ledger.Readings;
import org.offshelf.query.Context;
import org.offshelf.query.Finder;
import org.offshelf.query.Language;
import org.offshelf.term.Phrase;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class SearchTest {

    @Inject
    SearchFixture fixture;

    @Inject
    Readings readings;

    @Inject
    Finder finder;

    @BeforeEach
    void wellKnownApps() {
        fixture.wellKnown();
    }

    @ParameterizedTest
    @CsvSource({
            "微信, 微信, name, 微信",
            "抖音, 抖音, name, 抖音",
            "QQ, QQ, name, QQ",
            "qq, QQ, name, QQ",
            "ＱＱ, QQ, name, QQ",
            "58同城, 58同城, name, 58同城",
            "58tongcheng, 58同城, name, 58同城",
            "WiFi万能钥匙, WiFi万能钥匙, name, WiFi万能钥匙",
            "wifi万能, WiFi万能钥匙, name, WiFi万能钥匙",
            "万能钥匙, WiFi万能钥匙, name, WiFi万能钥匙",
            "360, 360安全卫士, name, 360安全卫士",
            "weixin, 微信, aliases, Weixin",
            "wei xin, 微信, aliases, Weixin",
            "wx, 微信, name, 微信",
            "wechat, 微信, aliases, WeChat",
            "douban, 豆瓣, aliases, Douban",
            "douyin, 抖音, aliases, Douyin",
            "changb, 唱吧, name, 唱吧",
            "Xiaohongshu, 小红书, aliases, Xiaohongshu",
            "RED, 小红书, aliases, RED",
            "xhs, 小红书, name, 小红书",
            "小紅書, 小红书, name, 小红书",
            "微网, 微網, name, 微網",
            "微博, 新浪微博, aliases, 微博",
            "Sina Weibo, 新浪微博, aliases, Sina Weibo",
            "weibo sina, 新浪微博, aliases, Sina Weibo",
            "changan, 长安汽车, name, 长安汽车",
            "com.tencent.mm, 微信, identifiers, com.tencent.mm",
            "414478124, 微信, identifiers, 414478124",
    })
    void theRightAppComesFirstAndSaysWhy(String q, String name, String field, String text) {
        JsonPath answer = list("apps", Map.of("q", q, "limit", "5"));
        assertThat(answer.getString("results[0].name")).isEqualTo(name);
        assertThat(answer.<Map<String, String>> getList("results[0].matchedOn")).contains(Map.of("field", field, "text", text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "北京豆网科技有限公司", "北京豆网科技", "豆网科技有限公司", "豆网", "北京豆網科技有限公司", "douwang" })
    void companiesAreFoundWithAndWithoutTheirLegalForm(String q) {
        assertThat(list("operators", Map.of("q", q)).getString("results[0].name")).isEqualTo("北京豆网科技有限公司");
    }

    @Test
    void wholeNamesComeBeforeBeginningsBeforeTheRest() {
        fixture.create("rank1", "灵犀阁", null);
        fixture.create("rank2", "灵犀阁书城", null);
        fixture.create("rank3", "新灵犀阁", null);
        fixture.create("rank4", "A灵犀阁书城极速版", null);
        assertThat(names("灵犀阁")).containsExactly("灵犀阁", "灵犀阁书城", "新灵犀阁", "A灵犀阁书城极速版");
        assertThat(names("灵犀")).startsWith("灵犀阁", "灵犀阁书城").hasSize(4);
        assertThat(names("阁")).contains("灵犀阁");
        assertThat(names("犀灵")).isEmpty();
        assertThat(names("灵犀 极速")).containsExactly("A灵犀阁书城极速版");
    }

    @Test
    void aFindingIsFoundByWhatItsAppAndOperatorAreCalled() {
        JsonPath answer = list("findings", Map.of("q", "RED"));
        assertThat(answer.getString("results[0].appName")).isEqualTo("小红书");
        assertThat(answer.getString("results[0].matchedOn[0].field")).isEqualTo("app.aliases");
        assertThat(list("findings", Map.of("q", "xiaohongshu")).getString("results[0].appName")).isEqualTo("小红书");
    }

    @ParameterizedTest
    @CsvSource({ "notices, miit-2021-11", "notices, 工业和信息化部", "regulators, MIIT", "regulators, gyhxxhb", "categories, 超范围收集",
            "stores, huawei", "stores, 华为", "sources, 工业和信息化部", "penalties, Weibo", "listings, 豆瓣", "statements, weibo",
            "findings, 违规收集个人信息" })
    void everyCollectionCanBeSearched(String collection, String q) {
        JsonPath answer = list(collection, Map.of("q", q, "limit", "3"));
        assertThat(answer.getInt("meta.count")).isPositive();
        assertThat(answer.<List<Object>> getList("results.matchedOn")).allSatisfy(matches -> assertThat(matches).isNotEmpty());
    }

    @Test
    void aSearchComposesWithFiltersSortAndCount() {
        JsonPath all = list("findings", Map.of("q", "个人信息", "limit", "1000"));
        List<String> ids = all.getList("results.id");
        List<String> kept = list("findings", Map.of("q", "个人信息", "regulator", "miit", "published.gte", "2021", "limit", "1000"))
                .getList("results.id");
        assertThat(kept).isNotEmpty().hasSizeLessThan(ids.size());
        assertThat(ids).containsAll(kept);
        assertThat(list("findings", Map.of("q", "个人信息", "limit", "0")).getInt("meta.count")).isEqualTo(ids.size());
        List<String> sorted = list("findings", Map.of("q", "个人信息", "sort", "id", "limit", "1000")).getList("results.id");
        assertThat(sorted).isSorted().containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = { "q=个人信息", "q=个人信息&sort=id", "q=a&limit=3" })
    void aWalkMeetsEveryHitOnce(String query) {
        List<String> walked = new ArrayList<>();
        String next = "/v1/findings?limit=7&select=id&" + query;
        if (query.contains("limit")) {
            next = "/v1/findings?select=id&" + query;
        }
        int count = 0;
        while (next != null) {
            JsonPath page = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
            count = page.getInt("meta.count");
            walked.addAll(page.getList("results.id"));
            next = page.getString("links.next");
        }
        assertThat(new HashSet<>(walked)).hasSize(walked.size()).hasSize(count);
    }

    @Test
    void theIndexFollowsARenameAndThePastKeepsTheOldName() {
        fixture.create("rename1", "昔日旧名甲", null);
        long before = fixture.create("rename2", "昔日旧名乙", null);
        JsonPath first = list("apps", Map.of("q", "昔日旧名", "limit", "1"));
        fixture.change("rename1", app -> app.name = "今朝新名甲");
        fixture.change("rename2", app -> app.aliases = List.of("今朝别名乙"));
        fixture.change("rename2", app -> app.name = "今朝新名乙");

        assertThat(names("昔日旧名")).isEmpty();
        assertThat(names("今朝新名")).containsExactly("今朝新名乙", "今朝新名甲");
        assertThat(names("今朝别名")).containsExactly("今朝新名乙");
        JsonPath second = given().urlEncodingEnabled(false).get(first.getString("links.next")).jsonPath();
        assertThat(second.getList("results.name")).containsExactly("昔日旧名甲");
        List<String> then = readings.at(before, readings.today(), reading -> finder
                .find(List.of(AppSchema.APPS), Phrase.of("昔日旧名"), false, 10, new Context(Language.ZH, reading.today())).hits()
                .stream().map(Finder.Hit::id).toList()).orElseThrow();
        assertThat(then).containsExactlyInAnyOrder("app-rename1", "app-rename2");
    }

    @Test
    void aSearchOverEverythingCountsAsTheCollectionsDo() {
        JsonPath answer = given().queryParam("q", "豆瓣").queryParam("limit", 5).get("/v1/search").then().statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getString("results[0].type")).isEqualTo("apps");
        assertThat(answer.getString("results[0].label")).isEqualTo("豆瓣");
        assertThat(answer.getString("results[0].quality")).isEqualTo("exact");
        assertThat(answer.getInt("results[0].rank")).isEqualTo(1);
        List<Map<String, Object>> groups = answer.getList("groups");
        assertThat(groups).hasSize(11).allSatisfy(group -> assertThat(
                list((String) group.get("type"), Map.of("q", "豆瓣", "limit", "0")).getInt("meta.count"))
                .isEqualTo(group.get("count")));
        for (String href : answer.<String> getList("results.href")) {
            given().get(href).then().statusCode(200);
        }
        assertThat(given().queryParam("q", "豆瓣").queryParam("type", "apps,operators").queryParam("limit", 0).get("/v1/search")
                .jsonPath().<String> getList("groups.type")).containsExactly("apps", "operators");
    }

    @ParameterizedTest
    @CsvSource({ "dy, 抖音", "douy, 抖音", "xhs, 小红书", "weib, 微博", "抖, 抖音", "'tengxun', 腾讯科技(深圳)有限公司", "豆网, 北京豆网科技有限公司" })
    void suggestionsCompleteWhatIsTyped(String q, String text) {
        JsonPath answer = given().queryParam("q", q).get("/v1/suggest").then().statusCode(200).extract().jsonPath();
        assertThat(answer.<String> getList("results.text")).hasSizeLessThanOrEqualTo(10).first().isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/apps?q=", "/v1/apps?q=%F0%9F%98%80", "/v1/findings?q=...", "/v1/search", "/v1/search?q=%20",
            "/v1/search?q=a&type=app", "/v1/search?q=a&limit=101", "/v1/search?q=a&lang=de", "/v1/search?q=a&x=1",
            "/v1/suggest?q=a&q=b", "/v1/suggest?q=a&type=findings", "/v1/apps?q=a&q=b", "/v1/apps?q=%00",
            "/v1/apps?q=%ED%A0%80", "/v1/apps?q=a&sort=relevance", "/v1/apps?q=a+b+c+d+e+f+g+h+i+j+k" })
    void whatCannotBeSearchedIsExplained(String target) {
        given().urlEncodingEnabled(false).get(target).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aLongSearchIsRefusedShortly() {
        given().queryParam("q", "长".repeat(201)).get("/v1/apps").then().statusCode(400);
        given().queryParam("q", "长".repeat(200)).get("/v1/findings").then().statusCode(200);
        given().queryParam("q", "a".repeat(10_000)).get("/v1/apps").then().statusCode(414);
    }

    @ParameterizedTest
    @ValueSource(strings = { "' or 1=1 --", "a%' union select 1 -- ", "\\", "100%", "a_b", "微_", "𠮷野家", "ﷺ", "Ünïcödé",
            "قرآن", "カメラ", "한글", "a\u0301", "ﬀ", "Ⅷ", "½", "--; drop table app" })
    void oddTextsAreJustTexts(String q) {
        for (String path : List.of("/v1/apps", "/v1/findings", "/v1/search", "/v1/suggest")) {
            assertThat(given().queryParam("q", q).get(path).statusCode()).isIn(200, 400);
        }
    }

    private List<String> names(String q) {
        return list("apps", Map.of("q", q)).getList("results.name");
    }

    private static JsonPath list(String collection, Map<String, String> parameters) {
        return given().queryParams(parameters).get("/v1/" + collection).then().statusCode(200).extract().jsonPath();
    }
}
