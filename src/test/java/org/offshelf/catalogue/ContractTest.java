package org.offshelf.catalogue;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.offshelf.access.Roles;
import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.query.CollectionSchema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;

@QuarkusTest
class ContractTest {

    private static final List<String> SHAPE = List.of("limit", "cursor", "sort", "select", "include", "lang", "facet",
            "format", "bom", "asOf", "knownAt", "revision");

    @Test
    void whatIsServedIsWhatIsCommitted() {
        assertAll(
                () -> Committed.check(Path.of("openapi/openapi.yaml"), utf8(get("/q/openapi?format=yaml").asByteArray())),
                () -> Committed.check(Path.of("openapi/openapi.json"), utf8(get("/q/openapi?format=json").asByteArray())));
    }

    @Test
    void saysWhatItIs() {
        JsonNode document = Api.document();
        assertThat(document.at("/openapi").asText()).startsWith("3.1.");
        assertThat(document.at("/info/title").asText()).isEqualTo("Offshelf");
        assertThat(document.at("/info/license/identifier").asText()).isEqualTo("CC-BY-4.0");
        assertThat(document.at("/servers")).hasSize(1).allMatch(server -> server.at("/url").asText().equals("/"));
        assertThat(names(document.at("/tags"))).startsWith("Notices", "Findings", "Apps");
    }

    @ParameterizedTest
    @MethodSource("collections")
    void everyFilterIsAParameter(String collection) {
        CollectionSchema schema = Catalogue.listed(collection).orElseThrow();
        List<String> expected = new ArrayList<>(SHAPE);
        expected.addAll(schema.filters().keySet());
        JsonNode parameters = Api.document().at("/paths").get("/v1/" + collection).at("/get/parameters");
        assertThat(names(parameters)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(parameters).allSatisfy(parameter -> {
            assertThat(parameter.at("/description").asText()).isNotBlank();
            assertThat(parameter.at("/schema/type").asText()).isNotBlank();
            assertThat(parameter.has("example")).as("would be sent by Swagger UI").isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("collections")
    void theExampleOfEveryFilterIsUnderstood(String collection) {
        String path = "/v1/" + collection + "?limit=0";
        for (JsonNode parameter : Api.document().at("/paths").get("/v1/" + collection).at("/get/parameters")) {
            String name = parameter.at("/name").asText();
            JsonNode schema = parameter.at("/schema");
            JsonNode value = schema.has("items") ? schema.at("/items") : schema;
            if (value.has("examples")) {
                Api.get(path, name, value.at("/examples/0").asText());
            } else {
                assertThat(SHAPE.contains(name) || value.at("/type").asText().equals("boolean")).as(name).isTrue();
            }
            if (value.has("pattern")) {
                for (String date : List.of("2021", "2021-11", "2021-11-03", "2021-Q4", "2021-W45")) {
                    assertThat(date).matches(value.at("/pattern").asText());
                    Api.get(path, name, date);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
            "/v1/notices/{id}/findings, notice",
            "/v1/apps/{id}/findings, app",
            "/v1/apps/{id}/listings, app",
            "/v1/operators/{id}/apps, operator",
            "/v1/operators/{id}/penalties, operator",
    })
    void whatThePathSetsIsNoParameter(String path, String field) {
        assertThat(names(Api.document().at("/paths").get(path).at("/get/parameters"))).contains("id", field + ".not")
                .doesNotContain(field);
    }

    @Test
    @TestSecurity(user = "anna", roles = Roles.CURATOR)
    void everyGetAnswersAsItIsFilledIn() {
        assertThat(given().contentType(ContentType.JSON).body("{}").post("/v1/snapshots").statusCode()).isIn(200, 201);
        Api.document().at("/paths").fields().forEachRemaining(path -> {
            // What is no JSON has no end, or its own tests.
            if (!path.getValue().has("get") || path.getValue().at("/get").has("security")
                    || !path.getValue().at("/get/responses/200/content").has("application/json")) {
                return;
            }
            String request = path.getKey();
            Map<String, String> query = new LinkedHashMap<>();
            for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                String name = parameter.at("/name").asText();
                if (parameter.at("/in").asText().equals("path")) {
                    assertThat(parameter.at("/description").asText()).as(request).isNotBlank();
                    request = request.replace("{" + name + "}", parameter.at("/example").asText());
                } else if (parameter.has("example")) {
                    query.put(name, parameter.at("/example").asText());
                }
            }
            assertThat(Api.get(request, query)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("collections")
    void aRecordHasTheFieldsItsSchemaHas(String collection) {
        CollectionSchema schema = Catalogue.listed(collection).orElseThrow();
        List<String> described = fieldNames(
                Api.document().at("/components/schemas/" + Catalogue.typeName(schema) + "/properties"));
        described.removeAll(List.of("included", "locator", "matchedOn", "standing", "standingReason",
                "successor", "notes"));
        assertThat(fieldNames(Api.get("/v1/" + collection + "?limit=1").at("/results/0")))
                .containsExactlyElementsOf(described);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void theExampleOfAListIsWhatItsRequestAnswers(String collection) {
        JsonNode example = Api.document().at("/paths").get("/v1/" + collection)
                .at("/get/responses/200/content").get("application/json").at("/example");
        JsonNode answer = Api.get(example.at("/links/self").asText());
        assertThat(withoutRevision(answer)).isEqualTo(withoutRevision(example));
        assertThat(fieldNames(answer.at("/meta"))).containsAll(fieldNames(example.at("/meta")));
        assertThat(withoutPermanent(answer)).isEqualTo(withoutPermanent(example));
        assertThat(Api.get(example.at("/links/permanent").asText()).at("/meta/revision"))
                .isEqualTo(example.at("/meta/revision"));
    }

    @Test
    void everyOperationIsFitForAClient() {
        Map<String, String> ids = new LinkedHashMap<>();
        Api.document().at("/paths").fields().forEachRemaining(path -> path.getValue().forEach(operation -> {
            String id = operation.at("/operationId").asText();
            assertThat(id).as(path.getKey()).matches("[a-z][A-Za-z]+");
            assertThat(ids.put(id, path.getKey())).as(id).isNull();
            assertThat(operation.at("/tags")).as(id).hasSize(1);
            assertThat(operation.at("/summary").asText()).as(id).isNotBlank();
            assertThat(fieldNames(operation.at("/responses"))).as(id).contains("400", "500", "503")
                    .anyMatch(status -> status.startsWith("2"));
            assertThat(fieldNames(operation)).as(id).noneMatch(name -> name.startsWith("x-"));
        }));
        assertThat(ids).isNotEmpty();
    }

    @Test
    void whoeverMayDoItIsToldSoAndHow() {
        List<String> open = new ArrayList<>();
        List<String> forAllAccounts = new ArrayList<>();
        Api.document().at("/paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(entry -> {
            JsonNode operation = entry.getValue();
            String id = operation.at("/operationId").asText();
            if (!operation.has("security")) {
                assertThat(fieldNames(operation.at("/responses"))).as(id).doesNotContain("401", "403");
                if (!entry.getKey().equals("get")) {
                    open.add(id);
                }
                return;
            }
            assertThat(operation.at("/security")).as(id).hasSize(2);
            assertThat(operation.at("/security/0/basic").isArray() && operation.at("/security/1/bearer").isArray()).as(id)
                    .isTrue();
            String description = operation.at("/description").asText();
            if (description.contains("Needs an account, whatever its role.")) {
                forAllAccounts.add(id);
            } else {
                assertThat(description).as(id).containsPattern("Needs an account with the role `[a-z]+`( or `[a-z]+`)*\\.");
            }
            assertThat(fieldNames(operation.at("/responses"))).as(id).contains("401", "403", "429");
        }));
        assertThat(open).containsExactlyInAnyOrder("lookupRecords", "matchNames");
        assertThat(forAllAccounts).containsExactlyInAnyOrder("whoAmI", "changePassword", "listWebhooks", "createWebhook",
                "getWebhook", "deleteWebhook", "activateWebhook", "fileCorrection", "withdrawCorrection");
        assertThat(fieldNames(Api.document().at("/components/securitySchemes"))).containsExactly("basic", "bearer");
    }

    @Test
    void problemsAreDescribedAsTheyAre() {
        JsonNode schemas = Api.document().at("/components/schemas");
        assertThat(fieldNames(schemas.at("/Problem/properties"))).containsExactlyElementsOf(jsonNames(Problem.class));
        assertThat(fieldNames(schemas.at("/Fault/properties"))).containsExactlyElementsOf(jsonNames(Fault.class));
        assertThat(Api.document().at("/components/responses")).filteredOn(response -> response.has("content"))
                .allMatch(response -> response.at("/content").has(Problem.MEDIA_TYPE));
    }

    private static JsonNode withoutPermanent(JsonNode list) {
        return ((ObjectNode) list.at("/links").deepCopy()).without("permanent");
    }

    private static JsonNode withoutRevision(JsonNode list) {
        return ((ObjectNode) list.at("/results/0").deepCopy()).without("revision");
    }

    static List<String> collections() {
        return Catalogue.LISTED.stream().map(CollectionSchema::name).toList();
    }

    private static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(node -> node.at("/name").asText()).toList();
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> jsonNames(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents()).map(ContractTest::jsonName).toList();
    }

    private static String jsonName(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
