package org.offshelf.snapshot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import org.offshelf.Api;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Asks for snapshots, and reads their files, as a mirror does. */
final class Archive {

    private Archive() {
    }

    static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body.replace('\'', '"')).post("/v1/snapshots");
    }

    /** @return the manifest of a snapshot of the current revision */
    static JsonNode written() {
        Response response = post("{}");
        assertThat(response.statusCode()).as(response.asString()).isIn(200, 201);
        return json(response.asString());
    }

    static JsonNode json(String text) {
        try {
            return SnapshotJson.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    static long revision(JsonNode manifest) {
        return manifest.get("revision").longValue();
    }

    static List<String> collections(JsonNode manifest) {
        return manifest.get("collections").findValuesAsText("name");
    }

    static byte[] bytes(JsonNode manifest, String file) {
        Response response = Api.get("/v1/snapshots/" + revision(manifest) + "/files/" + file);
        assertThat(response.statusCode()).as(file + " " + response.contentType()).isEqualTo(200);
        return response.asByteArray();
    }

    static byte[] unpacked(JsonNode manifest, String file) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes(manifest, file)))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines by id, each a record as it stands in the file. */
    static SortedMap<String, String> records(JsonNode manifest, String file) {
        SortedMap<String, String> records = new TreeMap<>();
        for (String line : new String(unpacked(manifest, file), StandardCharsets.UTF_8).split("\n")) {
            if (!line.isEmpty()) {
                assertThat(records.put(json(line).get("id").textValue(), line)).isNull();
            }
        }
        return records;
    }

    /** What somebody has who applies the changes of a snapshot to the one before. */
    static void apply(JsonNode manifest, String collection, Map<String, String> current, Map<String, String> retired) {
        records(manifest, collection + ".changed.ndjson.gz").forEach((id, line) -> {
            retired.remove(id);
            current.put(id, line);
        });
        records(manifest, collection + ".gone.ndjson.gz").forEach((id, line) -> {
            current.remove(id);
            retired.put(id, line);
        });
    }
}
