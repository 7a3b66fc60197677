package org.offshelf.catalogue;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FieldsTest {

    @Test
    void namesAllFieldsOfAllCollections() {
        JsonNode collections = Api.get("/v1/fields").at("/collections");
        assertThat(collections).hasSameSizeAs(Catalogue.LISTED);
        for (JsonNode collection : collections) {
            String name = collection.at("/name").asText();
            assertThat(Api.get("/v1/fields/" + name)).isEqualTo(collection);
            assertThat(Api.get("/v1/" + name + "?limit=1").at("/results/0").fieldNames()).toIterable()
                    .containsExactlyElementsOf(fields(collection).stream().map(field -> field.at("/name").asText()).toList());
        }
    }

    @Test
    void saysWhatAFieldIsAndDoes() {
        JsonNode published = field("findings", "published");
        assertThat(published.at("/type").asText()).isEqualTo("date");
        assertThat(published.at("/sortable").asBoolean()).isTrue();
        assertThat(published.at("/filters").findValuesAsText("parameter")).containsExactly("published", "published.not",
                "published.gt", "published.gte", "published.lt", "published.lte", "published.exists");

        JsonNode operator = field("findings", "operator");
        assertThat(operator.at("/collection").asText()).isEqualTo("operators");
        assertThat(operator.at("/includable").asBoolean()).isTrue();
        assertThat(operator.at("/filters").findValuesAsText("parameter")).contains("operator.province");

        assertThat(field("findings", "measure").at("/codes")).extracting(JsonNode::asText).containsExactly("rectify", "remove");
        assertThat(field("findings", "category").at("/grouped").asBoolean()).isTrue();
        assertThat(field("apps", "identifiers").at("/parts").findValuesAsText("name")).containsExactly("scheme", "value");
    }

    @Test
    void anUnknownCollectionIsAProblemThatNamesTheNearest() {
        assertThat(get("/v1/fields/findigs").statusCode()).isEqualTo(404);
        assertThat(get("/v1/fields/findigs").jsonPath().getString("detail")).contains("`findings`");
    }

    private static JsonNode field(String collection, String name) {
        return fields(Api.get("/v1/fields/" + collection)).stream().filter(field -> field.at("/name").asText().equals(name))
                .findFirst().orElseThrow();
    }

    private static List<JsonNode> fields(JsonNode collection) {
        return StreamSupport.stream(collection.at("/fields").spliterator(), false).toList();
    }
}
