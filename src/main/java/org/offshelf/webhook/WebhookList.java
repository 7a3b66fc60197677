package org.offshelf.webhook;

import java.util.List;

/** An account's webhooks. */
record WebhookList(List<Webhook> results) {
}
