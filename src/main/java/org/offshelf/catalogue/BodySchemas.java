package org.offshelf.catalogue;

import static org.offshelf.catalogue.FieldSchemas.array;
import static org.offshelf.catalogue.FieldSchemas.ref;
import static org.offshelf.catalogue.FieldSchemas.typed;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.offshelf.curating.Contract;
import org.offshelf.query.Field;
import org.offshelf.query.FieldType;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;

/** The schemas and examples of request bodies, from the declarations they are read by. */
final class BodySchemas {

    /** What the framework makes of a body that is read by its declaration. */
    private static final Set<String> FRAMEWORK = new TreeSet<>(Set.of("ObjectNode", "JsonNode", "JsonNodeType"));

    private BodySchemas() {
    }

    static void addTo(Components components) {
        FRAMEWORK.forEach(components::removeSchema);
        Contract.bodies().forEach(body -> components.addSchema(body.name(), schema(body)));
    }

    private static Schema schema(BodySchema body) {
        Schema schema = typed(SchemaType.OBJECT).additionalPropertiesBoolean(false);
        if (!body.description().isEmpty()) {
            schema.setDescription(body.description());
        }
        for (Member member : body.members().values()) {
            schema.addProperty(member.name(), property(member));
            if (member.isRequired()) {
                schema.addRequired(member.name());
            }
        }
        return schema;
    }

    private static Schema property(Member member) {
        Field field = member.field();
        boolean isList = field.isMultiple() || field.type() == FieldType.JSON;
        if (member.nested() == null) {
            Schema schema = FieldSchemas.of(member.isRequired() ? field.required() : field);
            limit(isList ? schema.getItems() : schema, member);
            Object example = example(member);
            return example == null ? schema : schema.examples(List.of(example));
        }
        Schema object = Contract.bodies().stream().anyMatch(body -> body.name().equals(member.nested().name()))
                ? ref(member.nested().name())
                : schema(member.nested());
        Schema whole = isList ? array(object)
                : OASFactory.createSchema().addOneOf(typed(SchemaType.STRING).description("Its id.")).addOneOf(object);
        return whole.description(field.description());
    }

    private static void limit(Schema schema, Member member) {
        switch (member.field().type()) {
            case INTEGER, DECIMAL -> schema.minimum(BigDecimal.ZERO);
            case ID, REFERENCE, CODE, DATE -> {
            }
            default -> {
                schema.minLength(1).maxLength(member.longest());
                if (member.form() != null) {
                    schema.setPattern("^" + member.form() + "$");
                }
            }
        }
    }

    /** A body that is complete: what it must have, and of what it may have a taste. */
    static Map<String, Object> example(BodySchema body) {
        Map<String, Object> example = new LinkedHashMap<>();
        boolean isCorrection = body.members().values().stream().filter(Member::isRequired).count() == 1;
        for (Member member : body.members().values()) {
            Object value = member.isRequired() || isCorrection && example.isEmpty() ? example(member) : null;
            if (value != null) {
                example.put(member.name(), value);
            }
        }
        return example;
    }

    private static Object example(Member member) {
        Field field = member.field();
        if (field.type() == FieldType.JSON && member.nested() != null) {
            return List.of(example(member.nested()));
        }
        if (field.type() == FieldType.REFERENCE) {
            String id = field.example() == null ? Examples.id(field.target()) : field.example().toString();
            return field.isMultiple() ? List.of(id) : id;
        }
        return field.example();
    }
}
