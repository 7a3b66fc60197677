package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.Api;
import org.offshelf.http.Fault;
import org.offshelf.http.Problem;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BadRequestsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "findings?catagory=disclosure      | catagory       | -            | unknown-parameter | category",
            "findings?app_name=x               | app_name       | -            | unknown-parameter | appName",
            "findings?offset=10                | offset         | -            | unknown-parameter | -",
            "findings?operator.provnce=CN-BJ   | operator.provnce | -          | unknown-parameter | operator.province",
            "findings?store=huawai             | store          | huawai       | unknown-value     | huawei",
            "findings?store.not=huawai         | store.not      | huawai       | unknown-value     | huawei",
            "findings?regulator=MIIT           | regulator      | MIIT         | unknown-value     | miit",
            "findings?notice=miit-2021-11x     | notice         | miit-2021-11x | unknown-value    | miit-2021-11",
            "findings?category=misleading      | category       | misleading   | unknown-value     | misleading-downloads",
            "findings?category.all=disclosure,disclosur | category.all | disclosur | unknown-value  | disclosure",
            "findings?app=app-6cvmbcg          | app            | app-6cvmbcg  | unknown-value     | app-6cvmbcg7",
            "findings?status=overdu            | status         | overdu       | unknown-value     | overdue",
            "findings?published=2021-13        | published      | 2021-13      | invalid-value     | -",
            "findings?published.gte=yesterday  | published.gte  | yesterday    | invalid-value     | -",
            "findings?deadline.exists=maybe    | deadline.exists | maybe       | unknown-value     | -",
            "findings?sequence=one             | sequence       | one          | invalid-value     | -",
            "findings?select=id,appname        | select         | appname      | unknown-value     | appName",
            "findings?include=notices          | include        | notices      | unknown-value     | notice",
            "findings?sort=publishd:desc       | sort           | publishd:desc | unknown-value    | published:desc",
            "findings?limit=1001               | limit          | 1001         | invalid-value     | -",
            "findings?limit=-1                 | limit          | -1           | invalid-value     | -",
            "findings?limit=ten                | limit          | ten          | invalid-value     | -",
            "findings?lang=fr                  | lang           | fr           | unknown-value     | -",
            "notices?kind=removal_order        | kind           | removal_order | unknown-value    | removal-order",
            "penalties?amount.gt=1.234         | amount.gt      | 1.234        | invalid-value     | -",
            "listings?since=20211209           | since          | 20211209     | invalid-value     | -",
            "findings?operator.name=抖音        | operator.name  | -            | unknown-parameter | q",
            "findings?page=2                   | page           | -            | unknown-parameter | -",
            "findings?per_page=2               | per_page       | -            | unknown-parameter | limit",
            "notices/miit-2021-11/findings?notice=miit-2021-11 | notice | -   | unknown-parameter | -",
            "apps/app-6cvmbcg7?limit=1         | limit          | -            | unknown-parameter | -",
            "apps/app-6cvmbcg7?includ=operator | includ         | -            | unknown-parameter | include",
            "apps/app-6cvmbcg7/findings?stat=named | stat           | -            | unknown-parameter | status"
    })
    void whatIsNotUnderstoodIsNamedWithTheNearestMatch(String target, String parameter, String value, String code,
            String nearest) {
        Problem problem = Api.problem(400, "/v1/" + target);
        assertThat(problem.type()).hasToString("https://offshelf.org/problems/invalid-parameter");
        assertThat(problem.detail()).isEqualTo("One parameter was not understood. Nothing was ignored.");
        assertThat(problem.errors()).extracting(Fault::parameter, Fault::value, Fault::code, Fault::didYouMean)
                .containsExactly(tuple(parameter, value, code, nearest));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Problem problem = Api.problem(400,
                "/v1/findings?store=huawai&limt=3&status=nmaed&notice=miit-2021-11x&limit=2000&select=idd&cursor=x");
        assertThat(problem.type()).hasToString("https://offshelf.org/problems/invalid-parameter");
        assertThat(problem.detail()).isEqualTo("Seven parameters were not understood. Nothing was ignored.");
        assertThat(problem.errors()).extracting(Fault::parameter, Fault::didYouMean).containsExactlyInAnyOrder(
                tuple("limt", "limit"), tuple("status", "named"), tuple("select", "id"), tuple("limit", null),
                tuple("store", "huawei"), tuple("notice", "miit-2021-11"), tuple("cursor", null));
    }

    @Test
    void aValueOfASmallCollectionIsAnsweredWithAllThereAre() {
        assertThat(Api.problem(400, "/v1/findings?store=nowhere").errors()).singleElement()
                .satisfies(fault -> assertThat(fault.allowed()).contains("huawei", "apple", "all"));
        assertThat(Api.problem(400, "/v1/findings?app=nothing").errors()).singleElement()
                .satisfies(fault -> assertThat(fault.allowed()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "", "%20", "AAAA", "e30", "....", "%E6%97%A0", "eyJxdWVyeSI6IktHNGFyU0c2enBSOSJ9" })
    void aCursorThatIsNoneIsRefused(String cursor) {
        refused("/v1/findings?limit=3&cursor=" + cursor,
                "It is none that this registry gave out, or it was changed. Start again without it.", "/v1/findings?limit=3");
    }

    @Test
    void aCursorThatWasChangedAnywhereIsRefused() {
        byte[] bytes = Base64.getUrlDecoder().decode(Api.list("/v1/findings?limit=3").cursor());
        for (int i = 0; i < bytes.length; i += 3) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            refused("/v1/findings?limit=3&cursor=" + Base64.getUrlEncoder().withoutPadding().encodeToString(changed),
                    "It is none that this registry gave out, or it was changed. Start again without it.",
                    "/v1/findings?limit=3");
        }
        refused("/v1/findings?limit=3&cursor=" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length - 1)),
                "It is none that this registry gave out, or it was changed. Start again without it.", "/v1/findings?limit=3");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/findings?store=huawei", "/v1/findings?regulator=miit,cac", "/v1/findings?regulator.not=miit",
            "/v1/findings?regulator=miit&sort=id", "/v1/findings?regulator=miit&lang=zh", "/v1/notices?regulator=miit",
            "/v1/notices/miit-2021-11/findings?regulator=miit", "/v1/findings" })
    void aCursorOfAnotherQueryIsRefused(String target) {
        String separator = target.contains("?") ? "&" : "?";
        String cursor = Api.list("/v1/findings?regulator=miit&limit=3").cursor();
        refused(target + separator + "cursor=" + cursor,
                "It belongs to another query: keep collection, filters, sort, language, asOf and revision as they were. Start again without it.",
                target);
    }

    @Test
    void aCursorOfOneRecordsListIsRefusedByAnothers() {
        String cursor = Api.list("/v1/notices/cverc-2025-04/findings?limit=3").cursor();
        for (String other : List.of("/v1/notices/cverc-2025-07/findings", "/v1/findings")) {
            refused(other + "?cursor=" + cursor,
                    "It belongs to another query: keep collection, filters, sort, language, asOf and revision as they were."
                            + " Start again without it.",
                    other);
        }
    }

    private static void refused(String target, String message, String instead) {
        Problem problem = Api.problem(400, target);
        assertThat(problem.type()).hasToString("https://offshelf.org/problems/invalid-cursor");
        assertThat(problem.detail()).isEqualTo("One parameter was not understood. Nothing was ignored.");
        assertThat(problem.errors()).containsExactly(Fault.invalidValue("cursor", null, message));
        assertThat(problem.tryInstead()).isEqualTo(instead);
        assertThat(Api.get(instead).statusCode()).isEqualTo(200);
    }
}
