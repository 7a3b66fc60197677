package org.offshelf.catalogue;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EntryTest {

    @Test
    void leadsToEverything() {
        JsonNode entry = Api.get("/v1");
        assertThat(entry.at("/name").asText()).isEqualTo("Offshelf");
        assertThat(entry.at("/licence/name").asText()).isEqualTo("CC-BY-4.0");
        assertThat(entry.at("/collections").findValuesAsText("name")).containsExactlyElementsOf(Catalogue.names());

        List<String> links = new ArrayList<>();
        List<String> questions = List.of("/v1/search", "/v1/suggest", "/v1/lookup", "/v1/match");
        entry.at("/links").forEach(link -> links.add(link.asText()));
        assertThat(links).containsAll(questions);
        assertThat(questions).allSatisfy(link -> assertThat(get(link).statusCode()).as(link).isIn(400, 405));
        links.removeAll(questions);
        // To be filled in.
        assertThat(links.remove("/v1/cite/{type}/{id}")).isTrue();
        // It has no end.
        assertThat(links.remove("/v1/changes/stream")).isTrue();
        assertThat(given().head("/v1/changes/stream").statusCode()).isEqualTo(200);
        entry.at("/collections").forEach(collection -> {
            links.add(collection.at("/href").asText());
            links.add(collection.at("/aggregate").asText());
            links.add(collection.at("/fields").asText());
        });
        assertThat(links).hasSizeGreaterThan(25)
                .allSatisfy(link -> assertThat(get(link).statusCode()).as(link).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | /q/swagger-ui/
            */*                                                            | /v1
            application/json                                               | /v1
            application/json, text/html;q=0.5                              | /v1
            """)
    void theRootLeadsOn(String accept, String to) {
        assertThat(given().redirects().follow(false).accept(accept).get("/").header("Location")).endsWith(to);
        assertThat(given().redirects().follow(false).accept(accept).get("/").statusCode()).isEqualTo(303);
        assertThat(given().accept(accept).get("/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1", "/v1/status", "/v1/fields", "/v1/fields/findings" })
    void noParameterIsIgnored(String path) {
        assertThat(get(path + "?limit=5").statusCode()).isEqualTo(400);
        assertThat(get(path + "?limit=5").jsonPath().getString("errors[0].parameter")).isEqualTo("limit");
    }
}
