package org.offshelf.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class RevalidationTest {

    @ParameterizedTest
    @ValueSource(strings = { "/v1/findings?limit=2", "/v1/findings/miit-2021-11-1", "/v1/notices/miit-2021-11/findings",
            "/v1/findings?format=csv", "/v1/findings?format=ndjson", "/v1/findings?format=xlsx", "/v1/findings?facet=store",
            "/v1/findings/aggregate?groupBy=store", "/v1/findings/aggregate?groupBy=store&format=csv" })
    void whatAClientHoldsIsNotSentAgain(String target) {
        Response first = Registry.get(target);
        String tag = first.header("ETag");
        assertThat(tag).matches("(W/)?\"[1-9]\\d*-[0-9a-f]{16}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        Response again = Registry.asking()
                .header("If-None-Match", "\"other\", " + tag).get(target);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/findings?limit=2", "/v1/findings?format=csv", "/v1/findings?format=ndjson" })
    void equalTagsPromiseEqualBytes(String target) {
        Response one = Registry.get(target);
        Response two = Registry.get(target);
        assertThat(one.header("ETag")).isEqualTo(two.header("ETag")).doesNotStartWith("W/");
        assertThat(one.asByteArray()).isEqualTo(two.asByteArray());
    }

    @Test
    void everyFormAndQueryHasATagOfItsOwn() {
        assertThat(Stream.of("/v1/stores", "/v1/stores?limit=1", "/v1/stores?format=csv", "/v1/stores?lang=zh")
                .map(target -> Registry.get(target).header("ETag"))).doesNotHaveDuplicates();
        assertThat(given().accept("text/csv").get("/v1/stores").header("ETag"))
                .isNotEqualTo(Registry.get("/v1/stores").header("ETag"));
    }

    @Test
    void aPageBehindACursorNeverChanges() {
        String next = Registry.json("/v1/findings?limit=2").at("/links/next").textValue();
        Response page = Registry.get(next);
        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(Registry.asking()
                .header("If-None-Match", page.header("ETag")).get(next).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aFaultIsNeverConfirmed() {
        assertThat(given().header("If-None-Match", "*").get("/v1/findings?app=nobody").statusCode()).isEqualTo(400);
        assertThat(given().header("If-None-Match", "*").get("/v1/apps/nobody/findings").statusCode()).isEqualTo(404);
        assertThat(given().header("If-None-Match", "*").get("/v1/findings").statusCode()).isEqualTo(304);
    }

    @Test
    void linksStandInTheHeaderToo() {
        Response page = Registry.get("/v1/findings?limit=2");
        String next = Registry.read(page.asString()).at("/links/next").textValue();
        assertThat(page.headers().getValues("Link")).containsExactly("</v1/findings?limit=2&revision="
                + Registry.json("/v1/findings?limit=0").at("/meta/revision").longValue() + ">; rel=\"bookmark\"",
                "</v1/findings?limit=2>; rel=\"self\"", "<" + next + ">; rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/findings", "/v1/findings?format=csv", "/v1/findings/aggregate?groupBy=store&format=xlsx" })
    void headSaysWhatGetWould(String target) {
        Response head = Registry.asking().head(target);
        Response get = Registry.get(target);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        for (String name : new String[] { "ETag", "Cache-Control", "Content-Type", "Link", "Content-Disposition" }) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
    }

    @Test
    void aCursorBelongsToTheRecordWhoseListItWalks() {
        String next = Registry.json("/v1/notices/miit-2021-11/findings?limit=1").at("/links/next").textValue();
        assertThat(Registry.get(next).statusCode()).isEqualTo(200);
        assertThat(Registry.get(next.replace("miit-2021-11", "cac-2021-05-01")).statusCode()).isEqualTo(400);
    }
}
