package org.offshelf.importing.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Writes what is kept of an import as JSON, and reads it again. */
@ApplicationScoped
class IntakeJson {

    private static final TypeReference<List<Decision>> DECISIONS = new TypeReference<>() {
    };

    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final ObjectMapper brief = mapper.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    String write(Object value) {
        return write(mapper, value);
    }

    /** Without what is null or empty: of rows by the hundred thousand that is half. */
    String writeBriefly(Object value) {
        return write(brief, value);
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T read(Object text, Class<T> type) {
        try {
            return mapper.readValue((String) text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Decision> readDecisions(Object text) {
        try {
            return mapper.readValue((String) text, DECISIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same author, who now writes for this cause. */
    Author because(Author author, Cause cause, String reason) {
        ObjectNode fields = mapper.valueToTree(author);
        fields.put("cause", cause.name()).put("reason", reason);
        return mapper.convertValue(fields, Author.class);
    }
}
