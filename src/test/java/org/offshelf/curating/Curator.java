package org.offshelf.curating;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.offshelf.Api;
import org.offshelf.http.Problem;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Writes as a curator's client does. Bodies have single quotes for double ones. */
public final class Curator {

    public static final String ANY = "*";

    private Curator() {
    }

    /** @param ifMatch null to leave it out */
    public static Response patch(String path, String ifMatch, String body) {
        return request(ifMatch, Map.of()).contentType("application/merge-patch+json").body(bytes(body)).patch(path);
    }

    public static Response post(String path, String ifMatch, String body) {
        return post(path, ifMatch, Map.of(), body);
    }

    public static Response post(String path, String ifMatch, Map<String, String> headers, String body) {
        return request(ifMatch, headers).contentType(ContentType.JSON).body(bytes(body)).post(path);
    }

    public static Response delete(String path, String ifMatch) {
        return request(ifMatch, Map.of()).delete(path);
    }

    public static JsonNode ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isIn(200, 201);
        return Api.json(response.asString());
    }

    public static Problem problem(int status, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        return response.as(Problem.class);
    }

    /** The tag with which a client goes on to change what it has read. */
    public static String etag(String path) {
        return Api.get(path).header("ETag");
    }

    private static RequestSpecification request(String ifMatch, Map<String, String> headers) {
        RequestSpecification request = given().urlEncodingEnabled(false).redirects().follow(false).headers(headers);
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }

    private static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
