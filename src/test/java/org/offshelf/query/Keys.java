package org.offshelf.query;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Computes the keys of a dimension from what the API shows of records, without the database and without the code under test.
 */
final class Keys {

    private final Map<String, Map<String, JsonNode>> related = new HashMap<>();
    private final CollectionSchema schema;

    Keys(CollectionSchema schema) {
        this.schema = schema;
    }

    /** @param dimension as in {@code groupBy}; a record without a value has the one key null */
    List<String> of(JsonNode record, String dimension) {
        String path = dimension.replaceAll(":.*", "");
        List<String> keys = new ArrayList<>();
        int dot = path.indexOf('.');
        if (dot < 0) {
            keys.addAll(Registry.values(record, path));
        } else {
            String via = path.substring(0, dot);
            String far = path.substring(dot + 1);
            CollectionSchema target = schema.field(via).orElseThrow().target();
            for (String id : Registry.values(record, via)) {
                List<String> values = Registry.values(
                        related.computeIfAbsent(target.name(), name -> Registry.byId(target)).get(id), far);
                // A group belongs to no group: it stands for itself.
                keys.addAll(values.isEmpty() && far.equals("group") ? List.of(id) : values);
            }
        }
        if (dimension.contains(":")) {
            keys.replaceAll(day -> span(LocalDate.parse(day), dimension.replaceAll(".*:", "")));
        }
        if (keys.isEmpty()) {
            keys.add(null);
        }
        return new ArrayList<>(new LinkedHashSet<>(keys));
    }

    private static String span(LocalDate day, String length) {
        return switch (length) {
            case "day" -> day.toString();
            case "week" -> DateTimeFormatter.ISO_WEEK_DATE.format(day).substring(0, 8);
            case "month" -> DateTimeFormatter.ofPattern("uuuu-MM").format(day);
            case "quarter" -> DateTimeFormatter.ofPattern("uuuu-'Q'q").format(day);
            default -> DateTimeFormatter.ofPattern("uuuu").format(day);
        };
    }
}
