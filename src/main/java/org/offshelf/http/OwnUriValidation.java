package org.offshelf.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Leaves malformed request targets to {@link RequestGuard}. Quarkus refuses them before any of our code runs, with an
 * empty 400, and among them are ones that curl and browsers send every day. It reads the switch from the system
 * properties when its own classes are initialised; building the configuration is the one thing known to come before,
 * except in dev mode, where the build sets the property.
 */
public final class OwnUriValidation implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
