package org.offshelf.query;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes rows as JSON objects: every field that was asked for, null where there is no value. */
final class JsonRows {

    private JsonRows() {
    }

    /** @param select the fields to show; a row may hold more */
    static void write(JsonGenerator json, Row row, List<Field> select) throws IOException {
        json.writeStartObject();
        for (Field field : select) {
            json.writeFieldName(field.name());
            write(json, field, row.value(field));
        }
        if (row.former() != null) {
            json.writeStringField("standing", row.former().standing());
            json.writeStringField("standingReason", row.former().reason());
            json.writeStringField("successor", row.former().successor());
        }
        if (!row.notes().isEmpty()) {
            json.writeArrayFieldStart("notes");
            for (String note : row.notes()) {
                json.writeString(note);
            }
            json.writeEndArray();
        }
        if (row.locator() != null) {
            json.writeStringField("locator", row.locator());
        }
        if (row.matchedOn() != null) {
            json.writeArrayFieldStart("matchedOn");
            for (Match match : row.matchedOn()) {
                json.writeStartObject();
                json.writeStringField("field", match.field());
                json.writeStringField("text", match.text());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!row.included().isEmpty()) {
            json.writeObjectFieldStart("included");
            for (var included : row.included().entrySet()) {
                json.writeFieldName(included.getKey());
                writeIncluded(json, included.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeIncluded(JsonGenerator json, Object included) throws IOException {
        if (included instanceof Row row) {
            write(json, row, row.fields());
        } else if (included instanceof List<?> rows) {
            json.writeStartArray();
            for (Object row : rows) {
                write(json, (Row) row, ((Row) row).fields());
            }
            json.writeEndArray();
        } else {
            json.writeNull();
        }
    }

    private static void write(JsonGenerator json, Field field, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (field.isMultiple() || field.type() == FieldType.JSON) {
            json.writeRawValue(CompactJson.of(value.toString()));
        } else if (field.type() == FieldType.DECIMAL) {
            json.writeNumber(Numbers.plain((BigDecimal) value));
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }
}
