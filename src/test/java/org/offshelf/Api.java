package org.offshelf;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.offshelf.http.Problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.response.Response;

/** Asks the API as any client does, and reads what comes back. Targets are written as they stand on the request line. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Api() {
    }

    /** Follows no redirect. */
    public static Response get(String target) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(target);
    }

    public static Page list(String target) {
        return new Page(ok(target));
    }

    public static JsonNode one(String target) {
        return ok(target);
    }

    /** The problem, which must have this status on the response too. */
    public static Problem problem(int status, String target) {
        Response response = get(target);
        assertThat(response.statusCode()).as(target + " " + response.asString()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        Problem problem = response.as(Problem.class);
        assertThat(problem.status()).isEqualTo(status);
        return problem;
    }

    /** All records there are, over as many pages as it takes. */
    public static List<JsonNode> all(String target) {
        List<JsonNode> all = new ArrayList<>();
        String next = target + (target.contains("?") ? "&" : "?") + "limit=1000";
        while (next != null) {
            Page page = list(next);
            all.addAll(page.results());
            next = page.next();
        }
        return all;
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** JSON with single quotes for double ones. */
    public static JsonNode json(String text) {
        return read(text.replace('\'', '"'));
    }

    private static JsonNode ok(String target) {
        Response response = get(target);
        assertThat(response.statusCode()).as(target + " " + response.asString()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        return read(response.asString());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A list answer in its envelope. */
    public record Page(JsonNode body) {

        public int count() {
            return body.at("/meta/count").intValue();
        }

        public int limit() {
            return body.at("/meta/limit").intValue();
        }

        public long revision() {
            return body.at("/meta/revision").longValue();
        }

        public String cursor() {
            return body.at("/meta/nextCursor").textValue();
        }

        public String next() {
            return body.at("/links/next").textValue();
        }

        public List<JsonNode> results() {
            return values(body.get("results"));
        }

        public List<String> ids() {
            return texts("id");
        }

        public List<String> texts(String field) {
            return results().stream().map(row -> row.get(field).textValue()).toList();
        }

        private static List<JsonNode> values(JsonNode array) {
            List<JsonNode> values = new ArrayList<>();
            array.forEach(values::add);
            return values;
        }
    }
}
