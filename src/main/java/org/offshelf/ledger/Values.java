package org.offshelf.ledger;

import java.util.Collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The ledger's own JSON of attribute values: independent of how the API is configured, because it is kept for ever. */
final class Values {

    static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private Values() {
    }

    static JsonNode toJson(Object value) {
        if (value instanceof Coded coded) {
            return JsonNodeFactory.instance.textNode(coded.code());
        }
        if (value instanceof Collection<?> many) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            many.forEach(one -> array.add(toJson(one)));
            return array;
        }
        return JSON.valueToTree(value);
    }
}
