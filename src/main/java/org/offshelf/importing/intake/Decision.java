package org.offshelf.importing.intake;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.importing.RowDecision;

@Schema(name = "ImportDecision", description = "What you decided about a row; what you leave out is taken as the report says.")
record Decision(@Schema(description = "The row's number in the report.", required = true, examples = "7") Integer row,
        @Schema(description = "Id of the app it names, or `new`.", examples = "app-70fy3psh") String app,
        @Schema(description = "Id of the operator, or `new`.", examples = "new") String operator,
        @Schema(description = "Id of the store.", examples = "huawei") String store,
        @Schema(description = "Ids of the categories, in place of those of the printed problem.", examples = "[\"over-scope-collection\"]") List<String> categories,
        @Schema(description = "`true` leaves the row out.", defaultValue = "false") Boolean skip,
        @Schema(description = "Why, in your words.", examples = "The package name on the store's page is the same.") String reason) {

    RowDecision forRow() {
        return new RowDecision(app, operator, store, categories == null ? Set.of() : new TreeSet<>(categories),
                Boolean.TRUE.equals(skip), reason);
    }
}
