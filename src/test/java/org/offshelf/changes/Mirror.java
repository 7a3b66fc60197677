package org.offshelf.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.offshelf.Api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A copy of the registry that knows nothing but the lines of the ledger: it sets the fields they name. */
public final class Mirror {

    private static final List<String> NOT_IN_LISTS = List.of("standing", "standingReason", "successor", "citations",
            "definitionZh", "definitionEn");

    private final Map<String, Map<String, ObjectNode>> records = new TreeMap<>();
    private String position = "0";

    public String position() {
        return position;
    }

    /** Goes on where it stopped, to the end. */
    public Mirror follow(int limit) {
        String next = "/v1/changes?since=" + position + "&limit=" + limit;
        while (next != null) {
            Api.Page page = Api.list(next);
            page.results().forEach(this::apply);
            position = page.body().at("/meta/nextSince").textValue();
            next = page.next();
        }
        return this;
    }

    /** The old value must be the one it has. */
    public void apply(JsonNode line) {
        Map<String, ObjectNode> collection = records.computeIfAbsent(line.get("type").textValue(), any -> new TreeMap<>());
        String id = line.get("id").textValue();
        assertThat(collection.containsKey(id)).as(line.toString()).isNotEqualTo(line.get("op").textValue().equals("create"));
        ObjectNode record = collection.computeIfAbsent(id, any -> JsonNodeFactory.instance.objectNode().put("id", id));
        record.set("revision", line.get("revision"));
        line.get("fields").fields().forEachRemaining(field -> {
            assertThat(value(record, field.getKey(), field.getValue().get("old"))).as(line.toString())
                    .isEqualTo(comparable(field.getValue().get("old")));
            record.set(field.getKey(), field.getValue().get("new"));
        });
    }

    /** What a list of the collection would have, by id. */
    public Map<String, ObjectNode> listed(String type) {
        Map<String, ObjectNode> listed = new TreeMap<>();
        records.getOrDefault(type, Map.of()).forEach((id, record) -> {
            if (record.get("standing").textValue().equals("current")) {
                listed.put(id, record);
            }
        });
        return listed;
    }

    /** Type, id, last revision and standing of all records there ever were. */
    public List<String> summary() {
        List<String> all = new ArrayList<>();
        records.forEach(
                (type, some) -> some.forEach((id, record) -> all.add(type + " " + id + " " + record.get("revision") + " "
                        + record.get("standing").textValue())));
        return all;
    }

    /** Compares every field of every record that the API lists. */
    public void assertEqualTo(String type, List<JsonNode> answered) {
        Map<String, ObjectNode> listed = listed(type);
        assertThat(answered).as(type).extracting(record -> record.get("id").textValue())
                .containsExactlyInAnyOrderElementsOf(listed.keySet()).isNotEmpty();
        for (JsonNode record : answered) {
            ObjectNode own = listed.get(record.get("id").textValue()).deepCopy();
            derive(type, own);
            List<String> unknown = new ArrayList<>(NOT_IN_LISTS);
            record.fields().forEachRemaining(field -> {
                assertThat(value(own, field.getKey(), field.getValue())).as(type + " " + own.get("id") + " " + field.getKey())
                        .isEqualTo(comparable(field.getValue()));
                unknown.add(field.getKey());
            });
            assertThat(own.fieldNames()).toIterable().as("fields that records do not have").isSubsetOf(unknown);
        }
    }

    /** What the API derives from other fields or records. */
    private void derive(String type, ObjectNode record) {
        switch (type) {
            case "regulators", "stores" -> either(record, "name");
            case "categories" -> {
                either(record, "label");
                either(record, "definition");
            }
            case "findings" -> {
                record.set("regulator", records.get("notices").get(record.get("notice").textValue()).get("regulator"));
                overdue(record, "deadline");
            }
            case "apps" -> overdue(record, "statusDeadline");
            case "notices" -> record.put("heldCount", listed("findings").values().stream()
                    .filter(finding -> finding.get("notice").equals(record.get("id"))).count());
            default -> {
            }
        }
    }

    private static void either(ObjectNode record, String name) {
        record.set(name, record.hasNonNull(name + "En") ? record.get(name + "En") : record.get(name + "Zh"));
    }

    private static void overdue(ObjectNode record, String deadline) {
        if (record.path("status").asText().equals("named") && record.hasNonNull(deadline)
                && LocalDate.parse(record.get(deadline).textValue()).isBefore(LocalDate.now(ZoneId.of("Asia/Shanghai")))) {
            record.put("status", "overdue");
        }
    }

    /** @param like what a value is compared with: nothing is null, or an empty list where that is a list */
    private static Object value(ObjectNode record, String field, JsonNode like) {
        JsonNode value = record.get(field);
        if (value == null || value.isNull()) {
            return like.isArray() ? comparable(JsonNodeFactory.instance.arrayNode()) : null;
        }
        return like.isNull() && value.isArray() && value.isEmpty() ? null : comparable(value);
    }

    private static Object comparable(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? new BigDecimal(value.asText()).stripTrailingZeros() : value;
    }
}
