package org.offshelf.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.category.CategorySchema;
import org.offshelf.coverage.SurveySchema;
import org.offshelf.finding.FindingSchema;
import org.offshelf.listing.ListingSchema;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.penalty.PenaltySchema;
import org.offshelf.penalty.StatementSchema;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.SourceSchema;
import org.offshelf.store.StoreSchema;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The whole registry as its API gives it, for computing anew what the API computes. */
public final class Registry {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    static final List<CollectionSchema> COLLECTIONS = List.of(FindingSchema.FINDINGS, NoticeSchema.NOTICES, AppSchema.APPS,
            OperatorSchema.OPERATORS, CategorySchema.CATEGORIES, RegulatorSchema.REGULATORS, StoreSchema.STORES,
            ListingSchema.LISTINGS, PenaltySchema.PENALTIES, StatementSchema.STATEMENTS, SurveySchema.SURVEYS,
            SourceSchema.SOURCES);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Registry() {
    }

    /** @param target path and query as they stand on the request line */
    static Response get(String target) {
        return asking().get(target);
    }

    /** Takes the answer as it is, not compressed, and made anew: what is kept of the last one proves nothing. */
    static RequestSpecification asking() {
        return given().urlEncodingEnabled(false).header("Cache-Control", "no-cache")
                .config(RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    /** By a client that is quick, for thousands of these. */
    public static JsonNode json(String target) {
        try {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + target)).build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).as(target + " " + response.body()).isEqualTo(200);
            return read(response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(target, e);
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All results, over as many pages as it takes. */
    public static List<JsonNode> all(String target) {
        List<JsonNode> all = new ArrayList<>();
        for (String next = target; next != null;) {
            JsonNode page = json(next);
            page.get("results").forEach(all::add);
            next = page.at("/links/next").textValue();
        }
        return all;
    }

    static List<JsonNode> records(CollectionSchema schema) {
        return all("/v1/" + schema.name() + "?limit=1000");
    }

    static Map<String, JsonNode> byId(CollectionSchema schema) {
        return records(schema).stream().collect(Collectors.toMap(record -> record.get("id").textValue(), Function.identity()));
    }

    static long count(String list) {
        return json(list + (list.contains("?") ? "&" : "?") + "limit=0").at("/meta/count").longValue();
    }

    /** The values of a record's field as texts: none, one, or several. */
    static List<String> values(JsonNode record, String field) {
        JsonNode value = record.get(field);
        if (value.isArray()) {
            return Stream.iterate(0, i -> i < value.size(), i -> i + 1).map(i -> value.get(i).asText()).toList();
        }
        return value.isNull() ? List.of() : List.of(value.asText());
    }
}
