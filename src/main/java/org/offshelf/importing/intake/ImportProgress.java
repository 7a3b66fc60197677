package org.offshelf.importing.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How far it has come, in rows.")
record ImportProgress(@Schema(description = "Found in the document; 0 until it is read.", examples = "38") int total,
        @Schema(examples = "38") int rowsRead,
        @Schema(examples = "38") int classified, @Schema(examples = "38") int resolved,
        @Schema(description = "Written; a dry run writes none.", examples = "0") int applied) {

    static final ImportProgress NONE = new ImportProgress(0, 0, 0, 0, 0);
}
