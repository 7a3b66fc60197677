package org.offshelf.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The ledger's own JSON of attribute values: independent of how the API is configured, because it is kept for ever. */
public final class Values {

    static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).addModule(codes())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private Values() {
    }

    /** Wherever an enum with codes stands, also inside an element of a collection. */
    private static SimpleModule codes() {
        return new SimpleModule().addSerializer(Coded.class, new StdSerializer<Coded>(Coded.class) {
            @Override
            public void serialize(Coded coded, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(coded.code());
            }
        });
    }

    /** Equal values have equal JSON. */
    public static String toJson(Object value) {
        // What most values are, without the detour
        if (value == null || value instanceof Integer || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Coded coded) {
            return '"' + coded.code() + '"';
        }
        if (value instanceof String text) {
            return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
        }
        if (value instanceof Collection<?> many) {
            Stream<String> all = many.stream().map(Values::toJson);
            // A set has no order: it is written in one.
            return (many instanceof Set ? all.sorted() : all).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof BigDecimal number) {
            // 1.5 and 1.50 are one amount, and three million is 3000000, not 3E+6.
            return number.stripTrailingZeros().toPlainString();
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The ledger cannot hold a " + value.getClass().getName(), e);
        }
    }
}
