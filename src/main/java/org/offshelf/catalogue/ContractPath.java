package org.offshelf.catalogue;

import java.util.List;
import java.util.Optional;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.FieldType;

/** A path of the API, such as {@code /v1/notices/{id}/findings}. */
record ContractPath(String path) {

    /** The collection whose record the path's id is that of. */
    Optional<CollectionSchema> parent() {
        String[] segments = path.split("/");
        return segments.length > 3 && segments[3].equals("{id}") ? Catalogue.listed(segments[2]) : Optional.empty();
    }

    /** The field of the listed records that the path sets; empty for a list of the whole collection. */
    Optional<Field> fixes(CollectionSchema listed) {
        return parent().map(parent -> {
            List<Field> references = listed.fields().stream()
                    .filter(field -> field.type() == FieldType.REFERENCE && field.target() == parent).toList();
            if (references.size() != 1) {
                throw new IllegalStateException(
                        path + " does not tell which of " + references.stream().map(Field::name).toList() + " it sets");
            }
            return references.get(0);
        });
    }
}
