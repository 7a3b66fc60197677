package org.offshelf.load;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A registry that can bear little, and has little patience. */
public class Narrow implements QuarkusTestProfile {

    static final int READS = 2;
    static final int WAITING = 3;
    static final int LOOKUPS = 1;
    static final int CONNECTIONS = 40;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("offshelf.load.reads", "" + READS, "offshelf.load.lookups", "" + LOOKUPS, "offshelf.load.waiting",
                "" + WAITING, "offshelf.load.longest-wait", "10s", "quarkus.http.limits.max-connections", "" + CONNECTIONS,
                "quarkus.http.idle-timeout", "15s", "quarkus.http.read-timeout", "3s", "offshelf.http.body-within", "4s",
                "offshelf.http.slow-after", "3s");
    }
}
