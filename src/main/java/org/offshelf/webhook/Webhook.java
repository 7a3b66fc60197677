package org.offshelf.webhook;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who is told of changes, and how that goes.")
record Webhook(@Schema(examples = "hook-7f3k9q2m") String id, String url,
        @Schema(description = "Which changes, as the query of `/v1/changes`.") String filter,
        @Schema(description = "`disabled` after failures that lasted, or when the address answered 410; it can be activated again.", enumeration = {
                "active", "disabled" }) String state,
        Instant created,
        @Schema(description = "All up to here was delivered, as `since` of `/v1/changes` has it.", examples = "144") String position,
        @Schema(description = "How many deliveries were accepted.") long delivered, Instant lastDelivered,
        @Schema(description = "How often the delivery under way has failed.") int attempts,
        @Schema(description = "When it is tried again, if it failed.") Instant nextAttempt, Instant failingSince,
        @Schema(description = "HTTP status of the last answer.") Integer lastStatus,
        @Schema(description = "What went wrong the last time.") String lastError,
        @Schema(description = "What deliveries are signed with (Standard Webhooks). Shown once, when it is made.", examples = "whsec_…") String secret){
}
