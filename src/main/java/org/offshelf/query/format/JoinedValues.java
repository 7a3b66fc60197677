package org.offshelf.query.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Puts several values into one cell. */
final class JoinedValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JoinedValues() {
    }

    /**
     * @param array a JSON array; texts are joined as they are, objects as compact JSON
     * @return null if there is none
     */
    static String joined(String array) {
        if (array == null) {
            return null;
        }
        try {
            List<String> values = new ArrayList<>();
            for (JsonNode value : JSON.readTree(array)) {
                values.add(value.isTextual() ? value.textValue() : value.toString());
            }
            return values.isEmpty() ? null : String.join(";", values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
