package org.offshelf.importing.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.offshelf.Api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;

/** Puts documents in as a curator does. */
final class Intake {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger DAY = new AtomicInteger();

    private Intake() {
    }

    static Response post(String query, String type, byte[] body) {
        return given().config(RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .urlEncodingEnabled(false).contentType(type).body(body)
                .post("/v1/imports" + (query.isEmpty() ? "" : "?" + query));
    }

    static Response csv(String query, String... lines) {
        return post(query, "text/csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode ok(int status, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return json(response);
    }

    static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(response.asString(), e);
        }
    }

    static Response apply(JsonNode planned, String body) {
        return applyTo(planned.at("/id").asText(), body);
    }

    static Response applyTo(String id, String body) {
        return given().contentType("application/json").body(body.replace('\'', '"')).post("/v1/imports/" + id + "/apply");
    }

    static JsonNode get(String target) {
        return ok(200, given().urlEncodingEnabled(false).get(target));
    }

    /** A regulator's notice of a day on which nobody else published one. */
    static String hints() {
        return hints(day());
    }

    static String hints(LocalDate day) {
        return "regulator=ca-jilin&published=" + day + "&title=" + Api.encode("吉林省通信管理局关于测试的通报" + day);
    }

    static LocalDate day() {
        return LocalDate.of(2015, 1, 1).plusDays(DAY.incrementAndGet());
    }

    static long revision() {
        return Api.list("/v1/apps?limit=0").revision();
    }

    static List<String> texts(JsonNode array, String pointer) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.at(pointer).asText()));
        return texts;
    }
}
