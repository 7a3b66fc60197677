package org.offshelf.webhook;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How webhooks are told. */
@ConfigMapping(prefix = "offshelf.webhooks")
interface WebhookConfig {

    /** Whether addresses may be private, and without TLS: for a registry within one's own network. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How often it is looked for what is new. */
    @WithDefault("1s")
    Duration poll();

    /** How long an answer may take. */
    @WithDefault("10s")
    Duration timeout();

    /** How long a delivery belongs to the instance that began it; longer than the timeout. */
    @WithDefault("60s")
    Duration lease();

    /** The wait after the first failure; each further one doubles it. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest wait. */
    @WithDefault("6h")
    Duration longestRetry();

    /** After how long of nothing but failures it is no longer tried. */
    @WithDefault("5D")
    Duration giveUpAfter();

    /** How many an account may have. */
    @WithDefault("20")
    int perAccount();
}
