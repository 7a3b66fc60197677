package org.offshelf.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.offshelf.query.Answers;
import org.offshelf.query.CollectionSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Completes the OpenAPI document from the field registry, once, when the application is built. So what is served is what was
 * built, byte by byte.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final List<String> TAGS = Catalogue.COLLECTIONS.stream().map(Catalogue::title).toList();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        RecordSchemas.addTo(document.getComponents());
        BodySchemas.addTo(document.getComponents());
        WriteContract.expand(document);
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            WriteContract.complete(new ContractPath(path), method, operation);
            complete(new ContractPath(path), operation);
        }));
        order(document);
    }

    private static void complete(ContractPath path, Operation operation) {
        collection(operation, Answers.LIST).ifPresent(listed -> CollectionContract.list(path, operation, listed));
        collection(operation, Answers.RECORD).ifPresent(one -> CollectionContract.record(operation, one));
        collection(operation, Answers.AGGREGATE).ifPresent(counted -> CollectionContract.aggregate(operation, counted));
        if (operation.hasExtension(Answers.MOMENT)) {
            CollectionContract.addParameters(operation, MomentParameters.all());
            operation.removeExtension(Answers.MOMENT);
        }
        ChangeContract.complete(operation);
        PathParameters.complete(operation, path);
        NeededRoles.describe(operation);
        ProblemResponses.addTo(operation, path);
        LimitHeaders.addTo(operation);
    }

    /** Takes the mark off, which is of no use to readers of the document. */
    private static Optional<CollectionSchema> collection(Operation operation, String mark) {
        if (!operation.hasExtension(mark)) {
            return Optional.empty();
        }
        String name = (String) operation.getExtension(mark);
        operation.removeExtension(mark);
        return Optional.of(Catalogue.listed(name).orElseThrow());
    }

    /** As a reader meets them: collections in the order of the catalogue, each with its list, its records, and the rest. */
    private static void order(OpenAPI document) {
        List<Tag> tags = new ArrayList<>(document.getTags());
        tags.sort(Comparator.comparing(tag -> rank(tag.getName())));
        document.setTags(tags);

        Map<String, PathItem> paths = new LinkedHashMap<>();
        document.getPaths().getPathItems().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, PathItem> entry) -> rank(tag(entry.getValue())))
                        .thenComparing(entry -> entry.getKey().split("/").length).thenComparing(Map.Entry::getKey))
                .forEach(entry -> paths.put(entry.getKey(), entry.getValue()));
        document.getPaths().setPathItems(paths);
    }

    private static String tag(PathItem item) {
        return item.getOperations().values().iterator().next().getTags().get(0);
    }

    /** What is no collection comes last, by name. */
    private static String rank(String tag) {
        int index = TAGS.indexOf(tag);
        return index < 0 ? "~" + tag : Character.toString('0' + index);
    }
}
