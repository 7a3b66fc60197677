package org.offshelf.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.quarkus.test.junit.QuarkusTest;

/** The ledger alone tells every record: its lines, applied one after another, give what stands in the tables. */
@QuarkusTest
class LedgerCompletenessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNRECORDED = Set.of("id", "revision");

    /** What the mapping calls otherwise than the column. */
    private static final Map<String, String> RENAMED = Map.of("category.parent", "group");

    @Inject
    LedgerTable ledger;

    @ParameterizedTest
    @CsvSource({
            "source, ''",
            "regulator, 'citation'",
            "store, 'citation'",
            "category, 'citation'",
            "operator, 'citation'",
            "app, 'citation identifier'",
            "notice, 'citation regulator category'",
            "finding, 'citation category event'",
            "listing, 'citation event'",
            "penalty, 'citation app category'",
            "statement, 'citation'",
            "survey, 'citation'"
    })
    void everyRecordCanBeToldFromItsLines(String table, String collections) {
        Set<String> sets = new TreeSet<>(List.of(collections.split(" ")));
        sets.remove("event");
        Map<String, Map<String, String>> told = new TreeMap<>();
        Map<String, Long> last = new HashMap<>();
        for (Map<String, Object> line : ledger.rows(
                "select * from revision_change where record_type = ? order by revision, seq", table)) {
            String id = (String) line.get("record_id");
            assertThat(told.containsKey(id)).as(id + " " + line).isNotEqualTo("create".equals(line.get("op")));
            JsonNode fields = parse(line.get("fields").toString());
            sortSets(fields, sets);
            apply(told.computeIfAbsent(id, any -> new TreeMap<>()), fields, line.toString());
            last.put(id, ((Number) line.get("revision")).longValue());
        }
        Map<String, Map<String, String>> held = new TreeMap<>();
        for (Map<String, Object> row : ledger.rows("select * from " + table)) {
            String id = (String) row.get("id");
            held.put(id, fields(table, row));
            assertThat(((Number) row.get("revision")).longValue()).as(id).isEqualTo(last.get(id));
        }
        for (String collection : collections.isEmpty() ? new String[0] : collections.split(" ")) {
            elements(table, collection).forEach((id, elements) -> held.get(id).put(collection, elements));
        }
        assertThat(told).isEqualTo(held).isNotEmpty();
    }

    /** The elements of a set come in any order. */
    private static void sortSets(JsonNode fields, Set<String> sets) {
        fields.fields().forEachRemaining(field -> field.getValue().forEach(value -> {
            if (sets.contains(field.getKey()) && value instanceof ArrayNode array) {
                List<JsonNode> all = new ArrayList<>();
                array.forEach(all::add);
                all.sort(Comparator.comparing(one -> one.isObject() ? parts(one).toString() : one.asText()));
                array.removeAll().addAll(all);
            }
        }));
    }

    /** The old value must be the one the lines before have left. */
    private static void apply(Map<String, String> record, JsonNode fields, String line) {
        fields.fields().forEachRemaining(field -> {
            String old = field.getValue().has("old") ? canonical(field.getValue().get("old")) : null;
            assertThat(record.get(field.getKey())).as(line).isEqualTo(old);
            String now = canonical(field.getValue().get("new"));
            if (now == null) {
                record.remove(field.getKey());
            } else {
                record.put(field.getKey(), now);
            }
        });
    }

    private static Map<String, String> fields(String table, Map<String, Object> row) {
        Map<String, String> fields = new TreeMap<>();
        row.forEach((column, value) -> {
            String name = camel(column.replaceFirst("_id$", ""));
            String text = value == null ? null : canonical(value);
            if (text != null && !UNRECORDED.contains(column)) {
                fields.put(RENAMED.getOrDefault(table + "." + name, name), text);
            }
        });
        return fields;
    }

    /** The elements of a link table by owner. */
    private Map<String, String> elements(String table, String collection) {
        Map<String, List<String>> elements = new LinkedHashMap<>();
        boolean isList = collection.equals("event");
        for (Map<String, Object> row : ledger.rows("select * from " + table + "_" + collection + " order by 1, 2")) {
            String owner = (String) row.remove(table + "_id");
            row.remove("position");
            List<String> ofOwner = elements.computeIfAbsent(owner, any -> new ArrayList<>());
            if (row.size() == 1) {
                ofOwner.add(canonical(row.values().iterator().next()));
            } else {
                Map<String, String> parts = new TreeMap<>();
                row.forEach((column, value) -> parts.put(camel(column.replaceFirst("_id$", "")), String.valueOf(value)));
                ofOwner.add(parts.toString());
            }
        }
        Map<String, String> joined = new HashMap<>();
        elements.forEach((owner, all) -> joined.put(owner, (isList ? all : new TreeSet<>(all)).toString()));
        return joined;
    }

    /** The same text for the same value, wherever it comes from; null where there is none. */
    private static String canonical(Object value) {
        if (value instanceof BigDecimal amount) {
            return amount.stripTrailingZeros().toPlainString();
        }
        String text = value.toString();
        return text.startsWith("[") && text.endsWith("]") && isJson(text) ? canonical(parse(text)) : text;
    }

    private static String canonical(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(one -> all.add(one.isObject() ? parts(one).toString() : one.asText()));
            return all.isEmpty() ? null : all.toString();
        }
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asText();
    }

    private static Map<String, String> parts(JsonNode object) {
        Map<String, String> parts = new TreeMap<>();
        object.fields().forEachRemaining(part -> parts.put(part.getKey(), part.getValue().asText()));
        return parts;
    }

    private static boolean isJson(String text) {
        try {
            return JSON.readTree(text).isArray();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String camel(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
