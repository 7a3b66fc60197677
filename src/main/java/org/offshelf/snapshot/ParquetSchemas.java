package org.offshelf.snapshot;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.apache.parquet.schema.Type.Repetition.OPTIONAL;
import static org.apache.parquet.schema.Type.Repetition.REQUIRED;

import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.FieldType;

/** The Parquet schema of a collection. Lists are in the form of the specification, with three levels. */
final class ParquetSchemas {

    /** As the amounts in the database. */
    static final int SCALE = 2;
    private static final int PRECISION = 18;

    private ParquetSchemas() {
    }

    static MessageType of(CollectionSchema schema) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        schema.fields().forEach(field -> message.addField(column(field)));
        return message.named(schema.singular());
    }

    private static Type column(Field field) {
        if (!isList(field)) {
            return single(field, field.type() == FieldType.ID ? REQUIRED : OPTIONAL, field.name());
        }
        return Types.optionalList().element(element(field)).named(field.name());
    }

    private static Type element(Field field) {
        if (field.parts().isEmpty()) {
            return Types.required(BINARY).as(stringType()).named("element");
        }
        Types.GroupBuilder<GroupType> group = Types.requiredGroup();
        field.parts().forEach(part -> group.addField(single(part, OPTIONAL, part.name())));
        return group.named("element");
    }

    private static Type single(Field field, Repetition repetition, String name) {
        return switch (field.type()) {
            case DATE -> Types.primitive(INT32, repetition).as(dateType()).named(name);
            case INTEGER -> Types.primitive(INT64, repetition).named(name);
            case DECIMAL -> Types.primitive(INT64, repetition).as(decimalType(SCALE, PRECISION)).named(name);
            default -> Types.primitive(BINARY, repetition).as(stringType()).named(name);
        };
    }

    static boolean isList(Field field) {
        return field.isMultiple() || field.type() == FieldType.JSON;
    }
}
