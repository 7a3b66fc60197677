package org.offshelf.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.offshelf.catalogue.Catalogue;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.FieldType;

/** The CSV files' columns as Table Schemas (https://datapackage.org/standard/table-schema/). */
final class TableSchemas {

    /** Follows from all fields and their types, so that nobody has to remember to count it up. */
    static final String VERSION = Digests
            .of(SnapshotJson.text(Catalogue.COLLECTIONS.stream().map(TableSchemas::shape).toList())
                    .getBytes(StandardCharsets.UTF_8))
            .substring(0, 12);

    private TableSchemas() {
    }

    static Map<String, Object> of(CollectionSchema schema) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("fields", schema.fields().stream().map(TableSchemas::column).toList());
        table.put("primaryKey", List.of("id"));
        List<Map<String, Object>> keys = schema.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE && !field.isMultiple())
                .map(field -> foreignKey(schema, field)).toList();
        if (!keys.isEmpty()) {
            table.put("foreignKeys", keys);
        }
        table.put("missingValues", List.of(""));
        return table;
    }

    /** What matters to those who read the files by program. */
    private static Map<String, Object> shape(CollectionSchema schema) {
        Map<String, Object> shape = new LinkedHashMap<>();
        schema.fields().forEach(field -> shape.put(schema.name() + '.' + field.name(),
                List.of(field.type(), field.isMultiple(), field.codes(),
                        field.parts().stream().map(part -> part.name() + ' ' + part.type()).toList())));
        return shape;
    }

    private static Map<String, Object> column(Field field) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("name", field.name());
        type(field, column);
        column.put("description", field.description());
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (field.type() == FieldType.ID) {
            constraints.put("required", true);
            constraints.put("unique", true);
        }
        if (!field.codes().isEmpty() && !ParquetSchemas.isList(field)) {
            constraints.put("enum", field.codes());
        }
        if (!constraints.isEmpty()) {
            column.put("constraints", constraints);
        }
        return column;
    }

    private static void type(Field field, Map<String, Object> column) {
        if (!field.parts().isEmpty()) {
            // Objects as compact JSON, joined: no type of the standard says so.
            column.put("type", "string");
        } else if (ParquetSchemas.isList(field)) {
            column.put("type", "list");
            column.put("delimiter", ";");
            column.put("itemType", "string");
        } else {
            column.put("type", switch (field.type()) {
                case DATE -> "date";
                case INTEGER -> "integer";
                case DECIMAL -> "number";
                default -> "string";
            });
        }
    }

    private static Map<String, Object> foreignKey(CollectionSchema schema, Field field) {
        Map<String, Object> reference = new LinkedHashMap<>();
        if (field.target() != schema) {
            reference.put("resource", field.target().name());
        }
        reference.put("fields", List.of("id"));
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("fields", List.of(field.name()));
        key.put("reference", reference);
        return key;
    }
}
