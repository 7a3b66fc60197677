package org.offshelf.importing.intake;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ImportList")
record ImportList(Meta meta, List<ImportAnswer> results,
        @Schema(description = "`next` goes on, where there is more.") Map<String, String> links) {

    @Schema(name = "ImportListMeta")
    record Meta(@Schema(description = "Of all pages.", examples = "12") int count, @Schema(examples = "50") int limit) {
    }
}
