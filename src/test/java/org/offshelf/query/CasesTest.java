package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.Api.Page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

/** What a newcomer will look up first, found by names and filters alone. */
@QuarkusTest
class CasesTest {

    @Test
    void weiboWasFinedThreeMillionAndAnswered() {
        JsonNode operator = only(
                "/v1/operators?nameEn=" + Api.encode("Beijing Weimeng Chuangke Network Technology Co.\\, Ltd"));
        assertThat(operator.get("name").textValue()).isEqualTo("北京微梦创科网络技术有限公司");
        assertThat(operator.get("province").textValue()).isEqualTo("CN-BJ");
        String id = operator.get("id").textValue();
        JsonNode app = only("/v1/apps?operator=" + id);
        assertThat(app.get("name").textValue()).isEqualTo("新浪微博");
        assertThat(app.get("aliases")).extracting(JsonNode::textValue).contains("Sina Weibo", "Weibo");

        JsonNode fine = only("/v1/penalties?kind=fine&operator=" + id + "&include=regulator,notice,sources");
        assertThat(fine.get("amount").longValue()).isEqualTo(3_000_000);
        assertThat(fine.get("currency").textValue()).isEqualTo("CNY");
        assertThat(fine.get("reportedAmount").longValue()).isEqualTo(470_000);
        assertThat(fine.get("reportedCurrency").textValue()).isEqualTo("USD");
        assertThat(fine.get("announced").textValue()).isEqualTo("2021-12-14");
        assertThat(fine.get("app")).containsExactly(app.get("id"));
        assertThat(fine.get("category")).extracting(JsonNode::textValue).containsExactly("prohibited-content");
        assertThat(fine.at("/included/regulator/id").textValue()).isEqualTo("cac-beijing");
        assertThat(fine.at("/included/regulator/jurisdiction").textValue()).isEqualTo("CN-BJ");
        assertThat(fine.at("/included/regulator/parent").textValue()).isEqualTo("cac");
        assertThat(fine.at("/included/notice/kind").textValue()).isEqualTo("summons");
        assertThat(fine.at("/included/notice/regulator")).extracting(JsonNode::textValue).containsExactly("cac");
        assertThat(fine.at("/included/notice/published").textValue()).isEqualTo("2021-12-14");
        assertThat(fine.at("/included/sources")).isNotEmpty();

        JsonNode total = only("/v1/penalties?kind=stated-total&operator=" + id);
        assertThat(total.get("penaltyCount").intValue()).isEqualTo(44);
        assertThat(total.get("amount").longValue()).isEqualTo(14_300_000);
        assertThat(total.get("currency").textValue()).isEqualTo("CNY");
        assertThat(total.get("periodFrom").textValue()).isEqualTo("2021-01-01");
        assertThat(total.get("periodTo").textValue()).isEqualTo("2021-11-30");

        JsonNode statement = only("/v1/statements?operator=" + id);
        assertThat(statement.get("made").textValue()).isEqualTo("2021-12-14");
        assertThat(statement.get("notice")).isEqualTo(fine.get("notice"));
        assertThat(statement.get("points")).hasSize(2);
        assertThat(statement.at("/points/0").textValue()).contains("soft pornography");
        assertThat(statement.at("/points/1").textValue()).contains("malicious marketing");
    }

    @Test
    void doubanWasFinedAndOrderedRemovedWithinTenDays() {
        JsonNode app = only("/v1/apps?name=" + Api.encode("豆瓣"));
        String id = app.get("id").textValue();
        assertThat(app.get("status").textValue()).isEqualTo("removal-ordered");
        assertThat(app.get("statusSince").textValue()).isEqualTo("2021-12-09");

        JsonNode fine = only("/v1/penalties?kind=fine&app=" + id);
        assertThat(fine.get("amount").longValue()).isEqualTo(1_500_000);
        assertThat(fine.get("currency").textValue()).isEqualTo("CNY");
        assertThat(fine.get("reportedAmount").longValue()).isEqualTo(235_000);
        assertThat(fine.get("reportedCurrency").textValue()).isEqualTo("USD");
        assertThat(fine.get("regulator").textValue()).isEqualTo("cac-beijing");
        assertThat(fine.get("decided").textValue()).isEqualTo("2021-12-01");
        assertThat(fine.get("announced").textValue()).isEqualTo("2021-12-02");
        assertThat(Api.list("/v1/penalties?announced=2021-12&app=" + id + "&kind=fine").count()).isEqualTo(1);

        JsonNode order = only("/v1/findings?notice.kind=removal-order&regulator=miit&published=2021-12-09&app=" + id
                + "&include=notice");
        assertThat(order.get("appName").textValue()).isEqualTo("豆瓣");
        assertThat(order.get("measure").textValue()).isEqualTo("remove");
        assertThat(order.get("status").textValue()).isEqualTo("removal-ordered");
        JsonNode notice = order.at("/included/notice");
        assertThat(notice.get("declaredCount").intValue()).isEqualTo(106);
        assertThat(notice.get("heldCount").intValue()).isEqualTo(4);
        assertThat(notice.get("follows").textValue()).isEqualTo("miit-2021-11");
        assertThat(notice.get("declaredParts"))
                .extracting(part -> part.get("by").textValue() + " " + part.get("count").intValue())
                .containsExactly("miit 5", "provincial communications administrations 101");

        JsonNode listing = only("/v1/listings?app=" + id);
        assertThat(listing.get("store").textValue()).isEqualTo("all");
        assertThat(listing.get("status").textValue()).isEqualTo("removal-ordered");
        assertThat(listing.get("since").textValue()).isEqualTo("2021-12-09");
        assertThat(listing.get("cause").textValue()).isEqualTo("ordered");
        assertThat(Api.list("/v1/findings?app=" + id + "&published.gte=2021-12-01&published.lt=2021-12-11").ids())
                .containsExactly("miit-2021-12-09-removal-1", "cac-2021-12-01-douban-summons-1");
    }

    @Test
    void theNoticeOfNovember2021NamesThirtyEightApps() {
        JsonNode notice = only("/v1/notices?regulator=miit&published=2021-11-03&include=sources");
        assertThat(notice.get("id").textValue()).isEqualTo("miit-2021-11");
        assertThat(notice.get("kind").textValue()).isEqualTo("violation-notice");
        assertThat(notice.get("batchYear").intValue()).isEqualTo(2021);
        assertThat(notice.get("batchNumber").intValue()).isEqualTo(11);
        assertThat(notice.get("overallNumber").intValue()).isEqualTo(20);
        assertThat(notice.get("deadline").textValue()).isEqualTo("2021-11-09");
        assertThat(notice.get("declaredCount").intValue()).isEqualTo(38);
        assertThat(notice.get("heldCount").intValue()).isEqualTo(6);
        assertThat(notice.get("summary").textValue()).contains("Personal Information Protection Law", "1 November 2021");
        assertThat(notice.get("category")).extracting(JsonNode::textValue).containsExactly("excessive-permissions",
                "misleading-app-downloads", "over-scope-collection", "repeated-permission-requests", "unnecessary-collection");
        assertThat(notice.at("/included/sources")).isNotEmpty();
        assertThat(only("/v1/notices?batchYear=2021&batchNumber=11&regulator=miit")).isEqualTo(without(notice, "included"));
        assertThat(only("/v1/notices?overallNumber=20&regulator=miit").get("id")).isEqualTo(notice.get("id"));
        // No other of MIIT's notices lies between the law's first day and this one.
        assertThat(Api.list("/v1/notices?regulator=miit&published.gte=2021-11-01&published.lte=2021-11-03").ids())
                .containsExactly("miit-2021-11");

        Page findings = Api.list("/v1/notices/miit-2021-11/findings?include=app");
        assertThat(findings.count()).isEqualTo(6);
        assertThat(findings.texts("appName")).contains("QQ音乐", "小红书");
        assertThat(findings.results()).extracting(row -> row.at("/included/app/aliases/0").textValue())
                .contains("QQ Music", "Xiaohongshu");
        assertThat(findings.results()).allSatisfy(row -> {
            assertThat(row.get("deadline").textValue()).isEqualTo("2021-11-09");
            assertThat(row.get("status").textValue()).isEqualTo("overdue");
            assertThat(row.get("categoryBasis").textValue()).isEqualTo("notice");
        });
        for (String group : List.of("excessive-data-collection", "frequent-permission-requests", "misleading-downloads")) {
            assertThat(Api.list("/v1/findings?notice=miit-2021-11&category=" + group).count()).isEqualTo(6);
        }
    }

    private static JsonNode only(String target) {
        Page page = Api.list(target);
        assertThat(page.ids()).as(target).hasSize(1);
        assertThat(page.count()).isEqualTo(1);
        return page.results().get(0);
    }

    private static JsonNode without(JsonNode row, String field) {
        ObjectNode copy = row.deepCopy();
        copy.remove(field);
        return copy;
    }
}
