package org.offshelf.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One record of each collection out of the bundled data set, as the API shows it. A test holds them to that. */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Map<String, Object>> RECORDS = read();

    private Examples() {
    }

    static Map<String, Object> record(CollectionSchema collection) {
        return RECORDS.get(collection.name());
    }

    static String id(CollectionSchema collection) {
        return (String) record(collection).get("id");
    }

    /** The id of the record that the collection's example refers to. */
    static String parentId(CollectionSchema collection, Field reference) {
        Object id = record(collection).get(reference.name());
        if (id instanceof List<?> ids) {
            id = ids.stream().findFirst().orElse(null);
        }
        if (id == null) {
            throw new IllegalStateException("The example of " + collection.name() + " needs a value in " + reference.name()
                    + ", for the lists under that record");
        }
        return (String) id;
    }

    /** What the field says of itself, or else what the example record has; null when that has nothing. */
    static Object value(CollectionSchema collection, Field field) {
        return field.example() != null ? field.example() : record(collection).get(field.name());
    }

    private static Map<String, Map<String, Object>> read() {
        Map<String, Map<String, Object>> records = new LinkedHashMap<>();
        for (CollectionSchema collection : Catalogue.LISTED) {
            String name = collection.name();
            try (InputStream in = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
                records.put(name, JSON.readValue(in, new TypeReference<LinkedHashMap<String, Object>>() {
                }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return records;
    }
}
