package org.offshelf.catalogue;

import static org.offshelf.catalogue.FieldSchemas.typed;

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
import org.offshelf.query.Moment;
import org.offshelf.query.PageSize;
import org.offshelf.query.format.Format;

/** Documents the operations that every collection has: its list, the lists under other records, and the single record. */
final class CollectionContract {

    private static final String JSON = "application/json";
    private static final String JUDGED_ON = "2026-11-23";

    private CollectionContract() {
    }

    static void list(ContractPath path, Operation operation, CollectionSchema collection) {
        Field fixed = path.fixes(collection).orElse(null);
        List<Parameter> parameters = new ArrayList<>(ShapeParameters.ofList(collection, fixed));
        parameters.addAll(MomentParameters.all());
        parameters.addAll(FilterParameters.of(collection, fixed));
        addParameters(operation, parameters);
        if (fixed != null) {
            PathParameters.exemplify(operation, "id", Examples.parentId(collection, fixed));
        }
        describe(operation, collection.description());
        rows(answer(operation, "The records, in the order asked for; none is no error.", RecordSchemas.listName(collection),
                listExample(path, collection, fixed)).addHeader("Link", link()));
    }

    static void aggregate(Operation operation, CollectionSchema collection) {
        List<Parameter> parameters = new ArrayList<>(ShapeParameters.ofAggregate(collection));
        parameters.addAll(MomentParameters.all());
        parameters.addAll(FilterParameters.of(collection, null));
        addParameters(operation, parameters);
        describe(operation, "Counts " + collection.name() + ", and what belongs to them, by up to three dimensions.");
        rows(answer(operation, "The groups. Each key is accepted by the filter of the same name.", "GroupList", null)
                .addHeader("Link", link()));
    }

    static void record(Operation operation, CollectionSchema collection) {
        addParameters(operation, ShapeParameters.ofRecord(collection));
        addParameters(operation, MomentParameters.all());
        describe(operation, collection.description());
        answer(operation, "The record.", Catalogue.typeName(collection), Examples.record(collection));
    }

    static void addParameters(Operation operation, List<Parameter> parameters) {
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

    /** The formats that send the whole result. */
    private static void rows(APIResponse response) {
        for (Format format : Format.values()) {
            if (format.isRows()) {
                response.getContent().addMediaType(format.mediaTypeName(), OASFactory.createMediaType()
                        .schema(typed(SchemaType.STRING)));
            }
        }
    }

    /** Only what is said of JSON is replaced: an operation may answer in other formats too. */
    private static APIResponse answer(Operation operation, String description, String schema, Object example) {
        APIResponse response = operation.getResponses().getAPIResponse("200");
        response.setDescription(description);
        Content content = response.getContent() == null ? OASFactory.createContent() : response.getContent();
        MediaType json = OASFactory.createMediaType().schema(FieldSchemas.ref(schema));
        if (example != null) {
            json.setExample(example);
        }
        response.setContent(content.addMediaType(JSON, json));
        return response;
    }

    private static Header link() {
        return OASFactory.createHeader().description("The next page, as `rel=\"next\"`; not on the last.")
                .schema(typed(SchemaType.STRING));
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
        meta.put("judgedOn", JUDGED_ON);
        meta.put("licence", Licence.NAME);
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", path.path().replace("{id}", parent) + "?id=" + Examples.id(collection));
        links.put("next", null);
        links.put("permanent", links.get("self") + "&" + Moment.REVISION + "=" + record.get("revision"));
        for (Format format : Format.values()) {
            if (format.isRows()) {
                links.put(format.code(), links.get("self") + "&format=" + format.code());
            }
        }
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("meta", meta);
        list.put("results", List.of(record));
        list.put("links", links);
        return list;
    }
}
