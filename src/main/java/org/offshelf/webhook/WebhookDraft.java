package org.offshelf.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewWebhook", description = "Where to tell of which changes.")
record WebhookDraft(
        @Schema(description = "Where to: an `https` address that everybody can reach.", required = true, examples = "https://hooks.example/offshelf") String url,
        @Schema(description = "Which changes, as the query of `/v1/changes`; all, if left out.", examples = "type=findings&operator=op-6f3n3cky") String filter) {
}
