package org.offshelf.catalogue;

import static org.offshelf.catalogue.FieldSchemas.array;
import static org.offshelf.catalogue.FieldSchemas.ref;
import static org.offshelf.catalogue.FieldSchemas.typed;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.source.SourceSchema;

/** The schemas of each collection's records and lists. */
final class RecordSchemas {

    private RecordSchemas() {
    }

    static void addTo(Components components) {
        for (CollectionSchema collection : Catalogue.LISTED) {
            components.addSchema(Catalogue.typeName(collection), record(collection));
            components.addSchema(listName(collection), list(collection));
        }
    }

    static String listName(CollectionSchema collection) {
        return Catalogue.typeName(collection) + "List";
    }

    /** Nothing is required: a client that selects fields gets only those. */
    private static Schema record(CollectionSchema collection) {
        Schema schema = typed(SchemaType.OBJECT)
                .description(collection.description() + " All fields are there, unless `select` chose some.");
        for (Field field : collection.fields()) {
            Schema property = FieldSchemas.of(field);
            Object example = Examples.value(collection, field);
            if (example != null) {
                property.setExamples(List.of(field.isMultiple() && !(example instanceof List) ? List.of(example) : example));
            }
            schema.addProperty(field.name(), property);
        }
        if (!collection.isDerived()) {
            addStanding(schema);
        }
        if (collection == SourceSchema.SOURCES) {
            schema.addProperty("locator", typed(SchemaType.STRING).examples(List.of("annex 2, row 37"))
                    .description("Where in the document; shown where a record includes its sources."));
        }
        if (collection.filters().containsKey("q")) {
            schema.addProperty("matchedOn",
                    array(ref("Match")).description("What `q` was found in, best first; only with `q`."));
        }
        List<Field> includable = collection.includable();
        if (!includable.isEmpty()) {
            schema.addProperty("included", included(includable));
        }
        return schema;
    }

    private static void addStanding(Schema schema) {
        schema.addProperty("standing", typed(SchemaType.STRING).enumeration(List.of("retracted", "merged"))
                .description("Shown only of a record that no longer speaks for itself."));
        schema.addProperty("standingReason", typed(SchemaType.STRING).addType(SchemaType.NULL)
                .description("Why it was retracted or merged; beside `standing`."));
        schema.addProperty("notes", array(typed(SchemaType.STRING))
                .description("What there is to say about a write, in the answer to it; shown only there."));
        schema.addProperty("successor", typed(SchemaType.STRING).addType(SchemaType.NULL)
                .description("Id of the record it was merged into; beside `standing`."));
    }

    private static Schema included(List<Field> fields) {
        Schema schema = typed(SchemaType.OBJECT).description("The records that `include` asked for, by field.");
        for (Field field : fields) {
            Schema record = ref(Catalogue.typeName(field.target()));
            schema.addProperty(field.name(), field.isMultiple() ? array(record)
                    : field.isRequired() ? record
                            : OASFactory.createSchema().addOneOf(record).addOneOf(typed(SchemaType.NULL)));
        }
        return schema;
    }

    private static Schema list(CollectionSchema collection) {
        return typed(SchemaType.OBJECT).description("A page of " + collection.name() + ".")
                .required(List.of("meta", "results", "links"))
                .addProperty("meta", ref("ListMeta"))
                .addProperty("results", array(ref(Catalogue.typeName(collection))))
                .addProperty("facets", typed(SchemaType.OBJECT).description("The counts that `facet` asked for, by field.")
                        .additionalPropertiesSchema(ref("Facet")))
                .addProperty("links", ref("ListLinks"));
    }
}
