package org.offshelf.importing.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ImportEvent")
record ImportEvent(@Schema(implementation = String.class, examples = "applying") ImportState state, ImportProgress progress,
        @Schema(description = "Of an import that was applied.", examples = "185") Long revision) {
}
