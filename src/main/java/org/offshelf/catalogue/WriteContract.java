package org.offshelf.catalogue;

import static org.offshelf.catalogue.FieldSchemas.ref;
import static org.offshelf.catalogue.FieldSchemas.typed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.offshelf.curating.Contract;
import org.offshelf.query.CollectionSchema;
import org.offshelf.writing.BodySchema;

/**
 * Documents the curators' operations: one that every collection has stands under each of them, and all say on what condition
 * they write and what they answer.
 */
final class WriteContract {

    private static final String ANY_COLLECTION = "{collection}";
    private static final String JSON = "application/json";

    private WriteContract() {
    }

    /** Puts the paths that stand for any collection under each of those their pattern names. */
    static void expand(OpenAPI document) {
        Map<String, PathItem> paths = new LinkedHashMap<>();
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/v1/" + ANY_COLLECTION + "/")) {
                item.getOperations().forEach((method, operation) -> collections(operation).forEach(collection -> paths
                        .computeIfAbsent(path.replace(ANY_COLLECTION, collection.name()), any -> OASFactory.createPathItem())
                        .setOperation(method, of(collection, operation))));
            } else {
                PathItem known = paths.computeIfAbsent(path, any -> OASFactory.createPathItem());
                item.getOperations().forEach(known::setOperation);
            }
        });
        document.getPaths().setPathItems(paths);
        document.setTags(document.getTags().stream().filter(tag -> !tag.getName().equals(Contract.COLLECTION)).toList());
    }

    private static List<CollectionSchema> collections(Operation operation) {
        List<String> names = List.of(mark(operation)[1].split("\\|"));
        return Catalogue.COLLECTIONS.stream().filter(collection -> names.contains(collection.name())).toList();
    }

    private static Operation of(CollectionSchema collection, Operation any) {
        String type = Catalogue.typeName(collection);
        Operation operation = OASFactory.createOperation().operationId(any.getOperationId() + type)
                .summary(any.getSummary().replace("#", article(collection.singular())))
                .description(any.getDescription()).tags(List.of(Catalogue.title(collection)))
                .responses(OASFactory.createAPIResponses());
        any.getResponses().getAPIResponses().forEach(operation.getResponses()::addAPIResponse);
        any.getParameters().stream().filter(parameter -> !parameter.getName().equals("collection"))
                .forEach(parameter -> operation.addParameter(OASFactory.createParameter().name(parameter.getName())
                        .in(parameter.getIn()).required(true).schema(parameter.getSchema())));
        operation.addExtension(Contract.BODY, mark(any)[0].replace("#", type));
        if (any.getSecurity() != null) {
            operation.setSecurity(new ArrayList<>(any.getSecurity()));
        }
        return operation;
    }

    private static String[] mark(Operation operation) {
        return operation.getExtension(Contract.BODY).toString().split(" ");
    }

    private static String article(String singular) {
        return ("aeio".indexOf(singular.charAt(0)) >= 0 ? "an " : "a ") + singular;
    }

    static void complete(ContractPath path, PathItem.HttpMethod method, Operation operation) {
        boolean isBare = method == PathItem.HttpMethod.DELETE && path.path().split("/").length == 6;
        if (operation.hasExtension(Contract.BODY)) {
            body(operation, method);
        } else if (!isBare) {
            return;
        }
        boolean isCreation = path.parent().isEmpty();
        if (!isCreation) {
            operation.addParameter(
                    header("If-Match", "The `ETag` with which the record was read, also in a list; as long as nobody "
                            + "has written the record since, it holds. `*` for whatever state.").required(true));
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(
                    header("Idempotency-Key", "A key made up for this one request, such as a UUID. Sent again with "
                            + "the same key within a day, the request is answered again instead of done again."));
        }
        answers(path, operation);
    }

    private static void body(Operation operation, PathItem.HttpMethod method) {
        String name = (String) operation.getExtension(Contract.BODY);
        operation.removeExtension(Contract.BODY);
        BodySchema body = Contract.bodies().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        String mediaType = method == PathItem.HttpMethod.PATCH ? Contract.MERGE_PATCH : JSON;
        operation.setRequestBody(OASFactory.createRequestBody().required(true)
                .content(OASFactory.createContent().addMediaType(mediaType, OASFactory.createMediaType().schema(ref(name))
                        .example(BodySchemas.example(body)))));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).description(description)
                .schema(typed(SchemaType.STRING));
    }

    private static void answers(ContractPath path, Operation operation) {
        CollectionSchema shown = shown(path);
        // What the framework supposes says less.
        List.of("200", "201", "204", "400").forEach(operation.getResponses()::removeAPIResponse);
        boolean isListing = path.path().contains("/listings/{store}");
        boolean makes = path.parent().isEmpty() || path.path().endsWith("/split");
        if (!makes) {
            operation.getResponses().addAPIResponse("200", answer(shown, "The record as it stands after it."));
        }
        if (makes || isListing) {
            operation.getResponses().addAPIResponse("201", answer(shown, "The new record.").addHeader("Location", OASFactory
                    .createHeader().description("Where it is.").schema(typed(SchemaType.STRING).format("uri"))));
        }
        problem(operation, "409", "Conflict");
        problem(operation, "415", "UnsupportedMediaType");
        problem(operation, "422", "Unprocessable");
        if (path.parent().isPresent()) {
            problem(operation, "412", "PreconditionFailed");
            problem(operation, "428", "PreconditionRequired");
        }
    }

    /** What the answer shows: what the path means, but for what it makes. */
    private static CollectionSchema shown(ContractPath path) {
        String[] segments = path.path().split("/");
        return Catalogue.find(path.path().contains("/listings/{store}") ? "listings" : segments[2]).orElseThrow();
    }

    private static APIResponse answer(CollectionSchema shown, String description) {
        return OASFactory.createAPIResponse().description(description)
                .addHeader("ETag", OASFactory.createHeader().description("For the `If-Match` of the next change.")
                        .schema(typed(SchemaType.STRING)))
                .content(OASFactory.createContent().addMediaType(JSON, OASFactory.createMediaType()
                        .schema(ref(Catalogue.typeName(shown))).example(Examples.record(shown))));
    }

    private static void problem(Operation operation, String status, String name) {
        operation.getResponses().addAPIResponse(status,
                OASFactory.createAPIResponse().ref("#/components/responses/" + name));
    }
}
