package org.offshelf.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.FieldType;
import org.offshelf.query.format.Line;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes a row apart into the values of its columns. */
final class ParquetRows extends WriteSupport<Line> {

    private final CollectionSchema schema;
    private final List<Field> fields;
    private final Map<String, String> notes;
    private RecordConsumer out;

    /** @param notes what the file says of itself */
    ParquetRows(CollectionSchema schema, Map<String, String> notes) {
        this.schema = schema;
        this.fields = List.copyOf(schema.fields());
        this.notes = notes;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ParquetSchemas.of(schema), notes);
    }

    @Override
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("There is no Hadoop here");
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(Line row) {
        List<Object> cells = row.cells();
        out.startMessage();
        for (int i = 0; i < fields.size(); i++) {
            Object cell = cells.get(i);
            Field field = fields.get(i);
            if (cell != null && ParquetSchemas.isList(field)) {
                within(field.name(), i, () -> writeList(field, (String) cell));
            } else if (cell != null) {
                within(field.name(), i, () -> writeSingle(field, cell));
            }
        }
        out.endMessage();
    }

    private void writeList(Field field, String array) {
        JsonNode values = read(array);
        out.startGroup();
        if (!values.isEmpty()) {
            within("list", 0, () -> values.forEach(value -> {
                out.startGroup();
                within("element", 0, () -> writeElement(field, value));
                out.endGroup();
            }));
        }
        out.endGroup();
    }

    private void writeElement(Field field, JsonNode value) {
        if (field.parts().isEmpty()) {
            out.addBinary(Binary.fromString(value.textValue()));
            return;
        }
        out.startGroup();
        for (int i = 0; i < field.parts().size(); i++) {
            Field part = field.parts().get(i);
            JsonNode held = value.path(part.name());
            if (!held.isNull() && !held.isMissingNode()) {
                within(part.name(), i, () -> writeSingle(part, of(part, held)));
            }
        }
        out.endGroup();
    }

    private static Object of(Field part, JsonNode held) {
        return switch (part.type()) {
            case DATE -> LocalDate.parse(held.textValue());
            case INTEGER, DECIMAL -> held.decimalValue();
            default -> held.asText();
        };
    }

    private void writeSingle(Field field, Object value) {
        if (field.type() == FieldType.DATE) {
            out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
        } else if (field.type() == FieldType.INTEGER) {
            out.addLong(((BigDecimal) value).longValueExact());
        } else if (field.type() == FieldType.DECIMAL) {
            out.addLong(((BigDecimal) value).setScale(ParquetSchemas.SCALE).unscaledValue().longValueExact());
        } else {
            out.addBinary(Binary.fromString(value.toString()));
        }
    }

    private void within(String field, int index, Runnable work) {
        out.startField(field, index);
        work.run();
        out.endField(field, index);
    }

    private static JsonNode read(String array) {
        try {
            return SnapshotJson.MAPPER.readTree(array);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
