package org.offshelf.catalogue;

import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.Filter;

/** A field as the registry of fields has it. */
@Schema(requiredProperties = { "name", "type", "meaning", "description", "nullable", "multiple", "sortable", "includable",
        "grouped", "collection", "codes", "parts", "filters",
        "example" }, name = "Field", description = "A field: what it means, and what can be done with it.")
record FieldEntry(@Schema(examples = "published") String name,
        @Schema(enumeration = {
                "id", "reference", "code", "text", "date", "integer", "decimal",
                "json" }, examples = "date") String type,
        @Schema(description = "The type in words.") String meaning,
        String description,
        @Schema(description = "Whether a record can be without it.") boolean nullable,
        @Schema(description = "Whether a record can have several values; they are an array.") boolean multiple,
        @Schema(description = "Whether `sort` can name it.") boolean sortable,
        @Schema(description = "Whether `include` can name it.") boolean includable,
        @Schema(description = "Whether a group among the values stands for all its leaves.") boolean grouped,
        @Schema(description = "Of a reference: the collection it leads to.", nullable = true) String collection,
        @Schema(description = "Of a code: all values it can have.", nullable = true) List<String> codes,
        @Schema(description = "Of a list of objects: what is in each.", nullable = true) List<Part> parts,
        @Schema(description = "The parameters that filter by it.") List<FieldFilter> filters,
        @Schema(description = "A value, as in answers.", nullable = true) Object example){

    static FieldEntry of(CollectionSchema collection, Field field) {
        boolean isReference = field.isReference();
        return new FieldEntry(field.name(), type(field), field.type().description(), field.description(),
                !field.isRequired() && !field.isMultiple(), field.isMultiple(), field.isSortable(), isReference,
                field.isGrouped(), isReference ? field.target().name() : null,
                field.codes().isEmpty() ? null : field.codes(),
                field.parts().isEmpty() ? null : field.parts().stream().map(Part::of).toList(),
                collection.filters().values().stream()
                        .filter(filter -> field == (filter.via() == null ? filter.field() : filter.via()))
                        .map(FieldFilter::of).toList(),
                Examples.value(collection, field));
    }

    private static String type(Field field) {
        return field.type().name().toLowerCase(Locale.ROOT);
    }

    @Schema(requiredProperties = { "name", "type", "description", "nullable",
            "codes" }, name = "FieldPart", description = "What the objects of a list hold.")
    record Part(@Schema(examples = "kind") String name, @Schema(examples = "code") String type, String description,
            boolean nullable,
            @Schema(nullable = true) List<String> codes) {

        static Part of(Field part) {
            return new Part(part.name(), FieldEntry.type(part), part.description(), !part.isRequired(),
                    part.codes().isEmpty() ? null : part.codes());
        }
    }

    @Schema(requiredProperties = { "parameter", "operator",
            "description" }, name = "FieldFilter", description = "A query parameter.")
    record FieldFilter(@Schema(examples = "published.gte") String parameter, @Schema(examples = "gte") String operator,
            String description) {

        static FieldFilter of(Filter filter) {
            return new FieldFilter(filter.parameter(), filter.comparison().name().toLowerCase(Locale.ROOT),
                    FilterParameters.description(filter));
        }
    }
}
