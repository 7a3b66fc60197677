package org.offshelf.catalogue;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;

@Schema(requiredProperties = { "name", "title", "description", "href", "sort",
        "fields", "referring" }, description = "A collection and its fields.")
record CollectionFields(@Schema(examples = "findings") String name, @Schema(examples = "Findings") String title,
        String description, @Schema(description = "Its list.", examples = "/v1/findings") String href,
        @Schema(description = "The order where none is asked for; the id is appended.", examples = "[\"published:desc\"]") List<String> sort,
        List<FieldEntry> fields,
        @Schema(description = "The collections whose records refer to these; `include` shows them.", examples = "[\"statements\"]") List<String> referring) {

    static CollectionFields of(CollectionSchema collection) {
        return new CollectionFields(collection.name(), Catalogue.title(collection), collection.description(),
                Catalogue.path(collection), collection.defaultOrder(),
                collection.fields().stream().map(field -> FieldEntry.of(collection, field)).toList(),
                collection.referring().stream().map(Field::name).toList());
    }
}
