package org.offshelf.importing.intake;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ImportApplyRequest", description = "Your decisions about rows.")
record ApplyRequest(
        @Schema(description = "At most one about each row; none takes all as the report says.") List<Decision> decisions) {
}
