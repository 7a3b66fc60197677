package org.offshelf;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A registry in which nothing is but what its tests write: for those that begin with
 * {@link EmptyDatabase}.
 */
public class EmptyRegistry implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("offshelf.data-set.load", "false");
    }
}
