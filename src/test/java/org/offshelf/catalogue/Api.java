package org.offshelf.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.response.Response;

/** Asks the running application, and wants an answer. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Api() {
    }

    static JsonNode get(String path) {
        return json(given().get(path), path);
    }

    static JsonNode get(String path, String parameter, String value) {
        return get(path, Map.of(parameter, value));
    }

    static JsonNode get(String path, Map<String, String> query) {
        return json(given().queryParams(query).get(path), path + " with " + query);
    }

    /** The OpenAPI document, as served. */
    static JsonNode document() {
        return get("/q/openapi?format=json");
    }

    private static JsonNode json(Response response, String request) {
        assertThat(response.statusCode()).as(() -> request + ": " + response.asString()).isEqualTo(200);
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request, e);
        }
    }
}
