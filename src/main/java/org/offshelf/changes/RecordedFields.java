package org.offshelf.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Puts what the ledger wrote of a record's attributes into the names and shapes of the API's fields. Most are the same: only
 * lists of several things are called in the plural there, and sources stand for the citations of them.
 */
final class RecordedFields {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private static final Map<String, String> RENAMED = Map.of("identifier", "identifiers", "event", "events", "citation",
            "citations", "happened", "date");
    /** What an id was derived from: says nothing that the id does not. */
    private static final Set<String> INTERNAL = Set.of("identity");

    private RecordedFields() {
    }

    /** @param fields of a line of the ledger; what a new record has was nothing before */
    static String asInApi(String fields) {
        try {
            ObjectNode told = JSON.createObjectNode();
            JSON.readTree(fields).fields().forEachRemaining(field -> {
                if (!INTERNAL.contains(field.getKey())) {
                    tell(told, field.getKey(), renamed(field.getValue().path("old")), renamed(field.getValue().get("new")));
                }
            });
            return JSON.writeValueAsString(told);
        } catch (IOException e) {
            throw new UncheckedIOException("A line of the ledger cannot be read", e);
        }
    }

    private static void tell(ObjectNode told, String attribute, JsonNode old, JsonNode now) {
        if (attribute.equals("citation") && !sources(old).equals(sources(now))) {
            set(told, "sources", old.isMissingNode() ? old : sources(old), sources(now));
        }
        set(told, RENAMED.getOrDefault(attribute, attribute), old, now);
    }

    private static void set(ObjectNode told, String field, JsonNode old, JsonNode now) {
        ObjectNode moved = told.putObject(field);
        moved.set("old", old.isMissingNode() ? null : old);
        moved.set("new", now);
    }

    /** Each source once and in order, wherever in it. */
    private static ArrayNode sources(JsonNode citations) {
        Set<String> ids = new TreeSet<>();
        citations.forEach(citation -> ids.add(citation.get("source").textValue()));
        ArrayNode sources = JSON.createArrayNode();
        ids.forEach(sources::add);
        return sources;
    }

    /** The parts of the objects in a list have names too. */
    private static JsonNode renamed(JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode all = JSON.createArrayNode();
        value.forEach(one -> {
            if (one.isObject()) {
                ObjectNode object = all.addObject();
                one.fields().forEachRemaining(
                        part -> object.set(RENAMED.getOrDefault(part.getKey(), part.getKey()), part.getValue()));
            } else {
                all.add(one);
            }
        });
        return all;
    }
}
