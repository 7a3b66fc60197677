package org.offshelf.catalogue;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.offshelf.query.CollectionSchema;

/** Says what the ids in paths are, with one that exists: Swagger UI fills it in, so that the first try succeeds. */
final class PathParameters {

    private PathParameters() {
    }

    static void complete(Operation operation, ContractPath path) {
        path.parent().ifPresent(parent -> {
            exemplify(operation, "id", Examples.id(parent));
            find(operation, "id").filter(id -> id.getDescription() == null)
                    .ifPresent(id -> id.setDescription(description(parent)));
        });
        exemplify(operation, "store", "huawei");
        find(operation, "store").ifPresent(store -> store.setDescription("Code of the store."));
        exemplify(operation, "phrase", "违规收集个人信息");
        find(operation, "phrase").ifPresent(phrase -> phrase.setDescription("The phrase, as the category has it."));
        exemplify(operation, "spelling", "华为应用商店");
        find(operation, "spelling").ifPresent(spelling -> spelling.setDescription("The spelling, as the store has it."));
    }

    /** Leaves alone what has an example. */
    static void exemplify(Operation operation, String name, String example) {
        find(operation, name).filter(parameter -> parameter.getExample() == null)
                .ifPresent(parameter -> parameter.setExample(example));
    }

    private static String description(CollectionSchema parent) {
        String aliases = parent.field("identifiers").isEmpty() ? ""
                : " Or what a platform calls it, such as `android:com.tencent.mm`, which leads to it.";
        return "Id of the " + parent.singular() + "." + aliases;
    }

    private static Optional<Parameter> find(Operation operation, String name) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .filter(parameter -> name.equals(parameter.getName()) && parameter.getIn() == Parameter.In.PATH).findFirst();
    }
}
