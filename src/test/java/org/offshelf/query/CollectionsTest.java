package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.Api;
import org.offshelf.Api.Page;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

/** The collections with what the bundled data set says in them. */
@QuarkusTest
class CollectionsTest {

    @ParameterizedTest
    @CsvSource({
            "regulators, miit",
            "notices, miit-2021-11",
            "findings, miit-2021-11-3",
            "apps, app-6cvmbcg7",
            "operators, op-zk8vf91j",
            "categories, over-scope-collection",
            "stores, huawei",
            "listings, app-6cvmbcg7-all",
            "penalties, pen-0sdjwqg8",
            "statements, stm-n4gwr4e7",
            "surveys, sur-s53bwam0",
            "sources, src-t55qe9p7",
            "corrections, cor-zxafg65s"
    })
    void everyCollectionListsItsRecordsAndShowsEachBare(String collection, String id) {
        Page one = Api.list("/v1/" + collection + "?id=" + id);
        assertThat(one.count()).isEqualTo(1);
        assertThat(one.limit()).isEqualTo(50);
        assertThat(one.cursor()).isNull();
        assertThat(one.next()).isNull();
        assertThat(one.body().at("/meta/licence").textValue()).isEqualTo("CC-BY-4.0");
        assertThat(one.body().at("/links/self").textValue()).isEqualTo("/v1/" + collection + "?id=" + id);
        assertThat(one.results()).containsExactly(Api.one("/v1/" + collection + "/" + id));

        Page counted = Api.list("/v1/" + collection + "?limit=0");
        assertThat(counted.count()).isEqualTo(Api.all("/v1/" + collection).size()).isPositive();
        assertThat(counted.results()).isEmpty();
        assertThat(counted.cursor()).isNull();
        assertThat(Api.list("/v1/" + collection + "?limit=1").results()).hasSize(1);

        assertThat(Api.problem(404, "/v1/" + collection + "/" + id + "x").detail())
                .endsWith(" `" + id + "x`. Did you mean `" + id + "`?");
        assertThat(Api.problem(404, "/v1/" + collection + "/%E6%97%A0").detail()).endsWith(" `无`.");
    }

    @Test
    void aFindingIsWhollyShown() {
        assertThat(Api.one("/v1/findings/lnca-2021-11-08-2")).isEqualTo(Api.json("""
                {'id':'lnca-2021-11-08-2','notice':'lnca-2021-11-08','regulator':['ca-liaoning'],'published':'2021-11-08',
                'deadline':'2021-11-09','sequence':2,'printedRow':2,'annex':'辽宁','appName':'统一AI',
                'developer':'沈阳众智网络科技有限公司','version':'1.2.0','storeName':'豌豆荚','problem':'超范围收集/违规收集',
                'filingNumber':null,'measure':'rectify','reading':'tracker','app':'app-70fy3psh','operator':'op-6f3n3cky',
                'store':'wandoujia','category':['over-scope-collection','unlawful-collection'],'categoryBasis':'problem',
                'status':'removal-ordered','events':[
                {'kind':'not-rectified','date':'2021-12-10','notice':'lnca-2021-12-10-removal','source':'src-xzvby3dq',
                'note':null},
                {'kind':'escalated','date':'2021-12-10','notice':'lnca-2021-12-10-removal','source':'src-xzvby3dq',
                'note':null}],
                'sources':['src-v73vdb40'],'revision':%d}
                """.formatted(Api.one("/v1/findings/lnca-2021-11-08-2").get("revision").longValue())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "findings?notice=miit-2021-11 | miit-2021-11-1 miit-2021-11-2 miit-2021-11-3 miit-2021-11-4 miit-2021-11-5 miit-2021-11-6",
            "findings?app=app-xj9s2ybh | miit-2021-8-8",
            "findings?operator=op-zk8vf91j | cac-2021-12-14-weibo-summons-1",
            "findings?category=prohibited-content&regulator=cac | cac-2021-12-14-weibo-summons-1 cac-2021-12-01-douban-summons-1",
            "findings?store=wandoujia&regulator=ca-liaoning | lnca-2021-12-10-removal-1 lnca-2021-12-10-removal-2 lnca-2021-11-08-2 lnca-2021-11-08-3",
            "findings?status=removal-ordered&notice=lnca-2021-11-08 | lnca-2021-11-08-2 lnca-2021-11-08-3",
            "findings?status=overdue&notice=lnca-2021-11-08&store=xiaomi | lnca-2021-11-08-4 lnca-2021-11-08-5 lnca-2021-11-08-6",
            "findings?status=named,rectified&notice=lnca-2021-11-08 | ''",
            "findings?notice.kind=removal-order&regulator=miit&published.lt=2020-08 | miit-2020-01-03-removal-1 miit-2020-01-03-removal-2 miit-2020-01-03-removal-3",
            "findings?filingNumber.exists=true&published=2025-05 | cqca-scca-2025-5-1 cqca-scca-2025-5-2 cqca-scca-2025-5-3",
            "notices?kind=summons | cac-2021-12-14-weibo-summons cac-2021-12-01-douban-summons",
            "notices?regulator=ca-liaoning | lnca-2021-12-10-removal lnca-2021-11-08",
            "notices?published.gte=2021-11-01&published.lt=2021-12-01 | hn-cac-2021-11-23 lnca-2021-11-08 miit-2021-11 hn-cac-2021-11-01",
            "notices?published=2021-11&regulator=miit | miit-2021-11",
            "notices?follows=miit-2021-11 | miit-2021-12-09-removal",
            "listings?app=app-6cvmbcg7 | app-6cvmbcg7-all",
            "listings?store=wandoujia | app-70fy3psh-wandoujia app-jwjpmx61-wandoujia",
            "listings?status=removed,restored | ''",
            "listings?status=removal-ordered&store=wandoujia | app-70fy3psh-wandoujia app-jwjpmx61-wandoujia",
            "penalties?operator=op-zk8vf91j | pen-0sdjwqg8 pen-2k7w2t22",
            "penalties?regulator=cac | pen-y1d72crz pen-19ydwdzz",
            "penalties?amount.gt=14300000 | pen-y1d72crz pen-19ydwdzz",
            "statements?operator=op-zk8vf91j | stm-n4gwr4e7",
            "operators?province=CN-BJ | op-zk8vf91j op-ncr4tn3k op-xgm2n1r2",
            "stores?kind=aggregate | all",
            "categories?group=misleading-downloads&id=misleading-app-downloads,over-scope-collection | misleading-app-downloads",
            "regulators?parent=mps | mps-testing-centre"
    })
    void filtersFindTheRecordsTheySay(String query, String ids) {
        Page page = Api.list("/v1/" + query);
        assertThat(page.ids()).containsExactly(ids.isEmpty() ? new String[0] : ids.split(" "));
        assertThat(page.count()).isEqualTo(page.ids().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "notices/miit-2021-11/findings    | findings?notice=miit-2021-11",
            "apps/app-6cvmbcg7/findings       | findings?app=app-6cvmbcg7",
            "apps/app-6cvmbcg7/listings       | listings?app=app-6cvmbcg7",
            "operators/op-had6c1b4/apps       | apps?operator=op-had6c1b4",
            "operators/op-had6c1b4/findings   | findings?operator=op-had6c1b4",
            "operators/op-zk8vf91j/penalties  | penalties?operator=op-zk8vf91j"
    })
    void aPathUnderARecordIsTheFilterByIt(String path, String query) {
        Page nested = Api.list("/v1/" + path);
        assertThat(nested.results()).isEqualTo(Api.list("/v1/" + query).results()).isNotEmpty();
        assertThat(nested.count()).isEqualTo(nested.results().size());
        assertThat(nested.body().at("/links/self").textValue()).isEqualTo("/v1/" + path);
        String id = path.split("/")[1];
        assertThat(Api.problem(404, "/v1/" + path.replace(id, id + "x")).detail()).endsWith("Did you mean `" + id + "`?");
        String fixed = query.replaceAll(".*\\?", "");
        assertThat(Api.problem(400, "/v1/" + path + "?" + fixed).errors()).singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("unknown-parameter"));
    }

    @Test
    void aGroupStandsForItsLeaves() {
        List<String> groups = Api.all("/v1/categories?group.exists=false").stream().map(row -> row.get("id").textValue())
                .toList();
        assertThat(groups).contains("excessive-data-collection", "frequent-permission-requests", "misleading-downloads",
                "disclosure", "user-rights", "harassment", "platform-responsibility", "data-security", "prohibited-content",
                "unclassified");
        for (String group : groups) {
            List<String> all = new ArrayList<>(List.of(group));
            Api.all("/v1/categories?group=" + group).forEach(leaf -> all.add(leaf.get("id").textValue()));
            Set<JsonNode> ofLeaves = new LinkedHashSet<>(Api.all("/v1/findings?category=" + String.join(",", all)));
            assertThat(new LinkedHashSet<>(Api.all("/v1/findings?category=" + group))).isEqualTo(ofLeaves)
                    .allSatisfy(finding -> assertThat(finding.get("category")).anyMatch(one -> all.contains(one.textValue())));
            assertThat(Api.list("/v1/findings?limit=0&category.not=" + group).count() + ofLeaves.size())
                    .isEqualTo(Api.list("/v1/findings?limit=0").count());
        }
        assertThat(Api.list("/v1/findings?category=misleading-downloads&notice=miit-2021-11").count()).isEqualTo(6);
        assertThat(Api.list("/v1/findings?category.all=misleading-downloads,excessive-data-collection,over-scope-collection"
                + "&notice=miit-2021-11").count()).isEqualTo(6);
        assertThat(Api.list("/v1/findings?category.all=misleading-downloads,harassment&notice=miit-2021-11").count()).isZero();
    }

    @Test
    void includeShowsTheRecordsReferredTo() {
        String target = "/v1/findings/lnca-2021-11-08-2?include=notice,app,operator,store,regulator,category,sources";
        JsonNode included = Api.one(target).get("included");
        for (String reference : List.of("notices/lnca-2021-11-08", "apps/app-70fy3psh", "operators/op-6f3n3cky",
                "stores/wandoujia")) {
            String name = reference.replaceFirst("s/.*", "");
            assertThat(included.get(name)).as(name).isEqualTo(Api.one("/v1/" + reference));
        }
        assertThat(included.get("regulator")).containsExactly(Api.one("/v1/regulators/ca-liaoning"));
        assertThat(included.get("category")).containsExactly(Api.one("/v1/categories/over-scope-collection"),
                Api.one("/v1/categories/unlawful-collection"));
        assertThat(included.get("sources")).hasSize(1);
        assertThat(included.at("/sources/0/id").textValue()).isEqualTo("src-v73vdb40");
        assertThat(included.at("/sources/0/locator").textValue()).isEqualTo("辽宁, row 2");

        JsonNode nameOnly = Api.one("/v1/findings/miit-2021-11-1?include=operator,store,notice&select=id");
        assertThat(nameOnly.get("included").get("operator").isNull()).isTrue();
        assertThat(nameOnly.get("included").get("store").isNull()).isTrue();
        assertThat(nameOnly.at("/included/notice/overallNumber").intValue()).isEqualTo(20);

        List<JsonNode> listed = Api.list("/v1/findings?notice=lnca-2021-11-08&include=app,regulator").results();
        assertThat(listed).hasSize(7).allSatisfy(
                row -> {
                    assertThat(row.at("/included/app/id")).isEqualTo(row.get("app"));
                    assertThat(row.at("/included/regulator/0/id").textValue()).isEqualTo("ca-liaoning");
                });
    }

    @Test
    void selectShowsTheFieldsAskedForInTheirOrder() {
        assertThat(Api.get("/v1/findings/miit-2021-8-8?select=appName,id,store").asString())
                .isEqualTo("{\"appName\":\"微信\",\"id\":\"miit-2021-8-8\",\"store\":\"apple\"}");
        assertThat(Api.list("/v1/findings?notice=miit-2021-11&select=appName&select=sequence&limit=2").results())
                .containsExactly(Api.json("{'appName':'腾讯新闻','sequence':1}"), Api.json("{'appName':'全民K歌极速版','sequence':2}"));
    }

    @Test
    void langChoosesTheLanguageOfNamesAndLabels() {
        assertThat(Api.one("/v1/regulators/miit?select=name").get("name").textValue())
                .isEqualTo("Ministry of Industry and Information Technology");
        assertThat(Api.one("/v1/regulators/miit?select=name&lang=zh").get("name").textValue()).isEqualTo("工业和信息化部");
        assertThat(Api.one("/v1/categories/over-scope-collection?select=label&lang=zh").get("label").textValue())
                .isEqualTo("超范围收集个人信息");
        assertThat(Api.one("/v1/categories/over-scope-collection?select=label&lang=en").get("label").textValue())
                .isEqualTo("Collection beyond scope");
        assertThat(Api.one("/v1/notices/miit-2021-11?lang=zh&include=regulator&select=id").at("/included/regulator/0/name")
                .textValue()).isEqualTo("工业和信息化部");
        assertThat(Api.list("/v1/stores?lang=zh&name=" + Api.encode("应用宝")).ids()).containsExactly("tencent-myapp");
        assertThat(Api.list("/v1/stores?name=Tencent%20MyApp").ids()).containsExactly("tencent-myapp");
    }

    @Test
    void sortOrdersByOneKeyAfterTheOther() {
        assertThat(Api.list("/v1/penalties?sort=amount:desc&select=amount&amount.exists=true").results())
                .extracting(row -> row.get("amount").longValue())
                .startsWith(8_026_000_000L, 50_000_000L, 14_300_000L, 9_000_000L, 3_000_000L, 1_500_000L);
        assertThat(Api.list("/v1/findings?notice=miit-2021-8&sort=storeName,version:desc&operator=op-had6c1b4&select=version")
                .texts("version")).containsExactly("8.4.25", "8.4.20", "8.0.10", "8.4.25.26114", "9.14.1", "3.1.10");
    }

    @ParameterizedTest
    @ValueSource(strings = { "published=9999", "published.gt=9999", "published.gt=9999-12-31", "published.lt=0000",
            "published=0000", "deadline.gte=9999-12", "sequence.lt=-999999999999999999", "sequence.gt=999999999999999999" })
    void theEndsOfTimeAndNumbersAreOrdinaryValues(String filter) {
        assertThat(Api.list("/v1/findings?limit=0&" + filter).count()).isZero();
    }

    @Test
    void everythingIsBeforeTheEndOfTime() {
        int dated = Api.list("/v1/findings?limit=0&published.exists=true").count();
        assertThat(Api.list("/v1/findings?limit=0&published.lte=9999").count()).isEqualTo(dated);
        assertThat(Api.list("/v1/findings?limit=0&published.gte=0000").count()).isEqualTo(dated);
        assertThat(Api.list("/v1/findings?limit=0&published.not=9999").count())
                .isEqualTo(Api.list("/v1/findings?limit=0").count());
    }

    @Test
    void manyValuesAreAnsweredAsQuicklyAsFew() {
        List<String> categories = Api.list("/v1/categories?limit=60").ids();
        for (String operator : List.of("", ".not", ".all")) {
            long start = System.nanoTime();
            Api.list("/v1/findings?limit=0&category" + operator + "=" + String.join(",", categories));
            assertThat((System.nanoTime() - start) / 1_000_000_000.0).as(operator).isLessThan(5);
        }
    }
}
