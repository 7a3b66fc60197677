package org.offshelf.catalogue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.offshelf.query.Field;
import org.offshelf.query.FieldType;

/** The JSON schema of a field, as answers show it. */
final class FieldSchemas {

    private FieldSchemas() {
    }

    static Schema of(Field field) {
        Schema schema = shape(field);
        schema.setDescription(field.description());
        return schema;
    }

    private static Schema shape(Field field) {
        if (field.type() == FieldType.JSON) {
            return array(field.parts().isEmpty() ? typed(SchemaType.STRING) : object(field.parts()));
        }
        if (field.isMultiple()) {
            return array(single(field));
        }
        Schema schema = single(field);
        if (!field.isRequired()) {
            schema.addType(SchemaType.NULL);
            if (schema.getEnumeration() != null) {
                List<Object> codes = new ArrayList<>(schema.getEnumeration());
                codes.add(null);
                schema.setEnumeration(codes);
            }
        }
        return schema;
    }

    private static Schema single(Field field) {
        return switch (field.type()) {
            case INTEGER -> typed(SchemaType.INTEGER);
            case DECIMAL -> typed(SchemaType.NUMBER);
            case DATE -> typed(SchemaType.STRING).format("date");
            case CODE -> typed(SchemaType.STRING).enumeration(new ArrayList<>(field.codes()));
            default -> typed(SchemaType.STRING);
        };
    }

    private static Schema object(List<Field> parts) {
        Schema schema = typed(SchemaType.OBJECT);
        parts.forEach(part -> {
            schema.addProperty(part.name(), of(part));
            schema.addRequired(part.name());
        });
        return schema;
    }

    static Schema array(Schema items) {
        return typed(SchemaType.ARRAY).items(items);
    }

    static Schema typed(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    static Schema ref(String component) {
        return OASFactory.createSchema().ref("#/components/schemas/" + component);
    }
}
