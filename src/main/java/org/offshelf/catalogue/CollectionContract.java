package org.offshelf.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.Licence;
import org.offshelf.query.PageSize;

/** Documents the operations that every collection has: its list, the lists under other records, and the single record. */
final class CollectionContract {

    private static final String JSON = "application/json";

    private CollectionContract() {
    }

    static void list(ContractPath path, Operation operation, CollectionSchema collection) {
        Field fixed = path.fixes(collection).orElse(null);
        List<Parameter> parameters = new ArrayList<>(ShapeParameters.ofList(collection));
        parameters.addAll(FilterParameters.of(collection, fixed));
        addParameters(operation, parameters);
        if (fixed != null) {
            PathParameters.exemplify(operation, "id", Examples.parentId(collection, fixed));
        }
        describe(operation, collection.description());
        answer(operation, "The records, in the order asked for; none is no error.", RecordSchemas.listName(collection),
                listExample(path, collection, fixed)).addHeader("Link", link());
    }

    static void record(Operation operation, CollectionSchema collection) {
        addParameters(operation, ShapeParameters.ofRecord(collection));
        describe(operation, collection.description());
        answer(operation, "The record.", Catalogue.typeName(collection), Examples.record(collection));
    }

    private static void addParameters(Operation operation, List<Parameter> parameters) {
        List<Parameter> all = new ArrayList<>();
        if (operation.getParameters() != null) {
            all.addAll(operation.getParameters());
        }
        all.addAll(parameters);
        operation.setParameters(all);
    }

    private static void describe(Operation operation, String description) {
        if (operation.getDescription() == null) {
            operation.setDescription(description);
        }
    }

    /** Only what is said of JSON is replaced: an operation may answer in other formats too. */
    private static APIResponse answer(Operation operation, String description, String schema, Object example) {
        APIResponse response = operation.getResponses().getAPIResponse("200");
        response.setDescription(description);
        Content content = response.getContent() == null ? OASFactory.createContent() : response.getContent();
        MediaType json = OASFactory.createMediaType().schema(FieldSchemas.ref(schema)).example(example);
        response.setContent(content.addMediaType(JSON, json));
        return response;
    }

    private static Header link() {
        return OASFactory.createHeader().description("The next page, as `rel=\"next\"`; not on the last.")
                .schema(FieldSchemas.typed(SchemaType.STRING));
    }

    /** What asking for the example record alone answers. */
    private static Map<String, Object> listExample(ContractPath path, CollectionSchema collection, Field fixed) {
        Map<String, Object> record = Examples.record(collection);
        String parent = fixed == null ? "" : Examples.parentId(collection, fixed);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("count", 1);
        meta.put("limit", PageSize.DEFAULT);
        meta.put("nextCursor", null);
        meta.put("revision", record.get("revision"));
        meta.put("licence", Licence.NAME);
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", path.path().replace("{id}", parent) + "?id=" + Examples.id(collection));
        links.put("next", null);
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("meta", meta);
        list.put("results", List.of(record));
        list.put("links", links);
        return list;
    }
}
