package org.offshelf.snapshot;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.http.Problem;

import com.fasterxml.jackson.annotation.JsonInclude;

@Schema(requiredProperties = { "revision", "state", "requested",
        "override" }, description = "A snapshot that was asked for and is not there.")
record SnapshotRequest(@Schema(description = "The revision it is to show.", examples = "185") long revision,
        @Schema(description = "`refused` if too much was gone, `failed` by a fault of ours; both until the next snapshot is there.", implementation = String.class, enumeration = {
                "queued", "writing", "refused", "failed" }) RequestState state,
        @Schema(description = "When it was asked for, UTC.", implementation = String.class, format = "date-time") Instant requested,
        @Schema(description = "Why it may be published even if much is gone.", nullable = true) String override,
        @Schema(description = "Why there is none, if it was refused or failed.", ref = "Problem") @JsonInclude(JsonInclude.Include.NON_NULL) Problem problem){
}
