package org.offshelf.catalogue;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Fields", requiredProperties = "collections", description = "The fields of all collections.")
record FieldsDocument(List<CollectionFields> collections) {

    static final FieldsDocument OF_ALL = new FieldsDocument(
            Catalogue.LISTED.stream().map(CollectionFields::of).toList());
}
