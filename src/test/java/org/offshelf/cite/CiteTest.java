package org.offshelf.cite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.patch;
import static org.offshelf.curating.Curator.post;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.catalogue.Catalogue;
import org.offshelf.curating.Cases;
import org.offshelf.http.Fault;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class CiteTest {

    @Inject
    Cases cases;

    @Test
    void aFindingIsCitedAsItStoodAtARevision() {
        Cases.Case one = cases.named(1);
        JsonNode before = csl("/v1/cite" + one.finding().substring(3));
        assertThat(before.get("title").textValue()).startsWith("测试 app-");
        assertThat(before.at("/author/0/literal").textValue()).isEqualTo("Ministry of Industry and Information Technology");
        assertThat(before.at("/issued/date-parts/0")).isEqualTo(Api.json("[2021,11,3]"));
        JsonNode record = Api.one(one.finding());
        String made = Api.list(one.finding() + "/history").results().get(0).get("at").textValue();
        OffsetDateTime day = OffsetDateTime.parse(made).atZoneSameInstant(ZoneId.of("Asia/Shanghai")).toOffsetDateTime();
        assertThat(before.at("/accessed/date-parts/0")).isEqualTo(
                Api.json("[" + day.getYear() + "," + day.getMonthValue() + "," + day.getDayOfMonth() + "]"));
        assertThat(before.get("note").textValue()).contains(one.findings().get(0)).contains("测试 " + one.source());

        ok(patch(one.finding(), ANY, "{'appName':'Other','reason':'Misread.'}"));
        assertThat(csl("/v1/cite" + one.finding().substring(3)).get("title").textValue()).isEqualTo("Other");
        URI cited = URI.create(before.get("URL").textValue());
        assertThat(cited.getScheme()).isEqualTo("http");
        assertThat(Api.one(cited.getPath() + "?" + cited.getQuery())).isEqualTo(record);
        String again = "/v1/cite" + one.finding().substring(3) + "?revision=" + record.get("revision");
        assertThat(csl(again)).isEqualTo(before);
        assertThat(Api.get(again).header("Cache-Control")).contains("immutable");
        assertThat(given().header("If-None-Match", Api.get(again).header("ETag")).get(again).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({ "csl, application/vnd.citationstyles.csl+json, [{", "bibtex, application/x-bibtex, '@misc{miit-2021-11-3,'",
            "ris, application/x-research-info-systems, TY  - DATA" })
    void theFormIsChosenByNameOrType(String format, String type, String start) {
        String path = "/v1/cite/findings/miit-2021-11-3";
        for (Response answer : new Response[] { given().get(path + "?format=" + format), given().accept(type).get(path) }) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith(type);
            assertThat(answer.asString()).startsWith(start);
            assertThat(answer.header("Vary")).contains("Accept");
        }
    }

    @Test
    void everyTypeCanBeCited() {
        for (String type : Catalogue.names()) {
            String id = Api.list("/v1/" + type + "?limit=1").ids().get(0);
            JsonNode cited = csl("/v1/cite/" + type + "/" + id + "?lang=zh");
            assertThat(cited.get("title").textValue()).as(type).isNotBlank();
            assertThat(cited.get("author")).as(type).isNotEmpty();
            assertThat(cited.get("URL").textValue()).contains("/v1/" + type + "/" + id + "?lang=zh&revision=");
        }
        assertThat(csl("/v1/cite/regulators/miit?lang=zh").get("title").textValue()).isEqualTo("工业和信息化部");
        assertThat(csl("/v1/cite/notices/miit-2021-11?lang=zh").at("/author/0/literal").textValue()).isEqualTo("工业和信息化部");
    }

    @Test
    void whatIsNoRecordIsAnsweredAsTheRecordIs() {
        Cases.Case one = cases.named(1);
        String into = cases.app();
        ok(post(one.app() + "/merge", ANY, "{'into':'" + into + "','reason':'The same.'}"));
        Response merged = Api.get("/v1/cite" + one.app().substring(3) + "?format=ris");
        assertThat(merged.statusCode()).isEqualTo(308);
        assertThat(merged.header("Location")).endsWith("/v1/cite/apps/" + into + "?format=ris");
        ok(post(one.finding() + "/retraction", ANY, "{'reason':'Wrong page.'}"));
        assertThat(Api.problem(410, "/v1/cite" + one.finding().substring(3)).detail()).contains("Wrong page.");
        assertThat(Api.problem(404, "/v1/cite/findings/nothing").detail()).contains("nothing");
        assertThat(Api.problem(404, "/v1/cite/finding/miit-2021-11-3").detail()).contains("`findings`");
        assertThat(Api.problem(400, "/v1/cite/findings/miit-2021-11-3?format=endnote&lang=de&page=2&revision=0").errors())
                .extracting(Fault::parameter).containsExactlyInAnyOrder("format", "lang", "page", "revision");
        assertThat(given().accept("text/html").get("/v1/cite/findings/miit-2021-11-3").statusCode()).isEqualTo(406);
    }

    @Test
    void aRecordSaysHowItIsCited() {
        var links = Api.get("/v1/notices/miit-2021-11?lang=zh").headers().getValues("Link");
        long revision = Api.list("/v1/notices?limit=0").revision();
        assertThat(String.join(", ", links))
                .contains("</v1/notices/miit-2021-11?lang=zh&revision=" + revision + ">; rel=\"cite-as\"",
                        "</v1/cite/notices/miit-2021-11?lang=zh&revision=" + revision + ">; rel=\"describedby\"");
    }

    private static JsonNode csl(String path) {
        Response answer = Api.get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonNode items = Api.json(answer.asString().replace("'", "’"));
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
