package org.offshelf;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A registry apart from the one whose records the tests of queries count: for tests that change what there is. Whoever listens
 * to it waits for less: it sends to addresses on this machine, tries again soon, and has little patience with those who do not
 * read; and looks at few changes for one answer. One profile serves all of them, since each is a build and a start of its own.
 */
public class OwnRegistry implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("offshelf.webhooks.allow-private", "true", "offshelf.webhooks.poll", "1s",
                "offshelf.webhooks.first-retry", "200ms", "offshelf.webhooks.lease", "3s",
                "offshelf.webhooks.give-up-after", "6s", "offshelf.webhooks.timeout", "1s",
                "offshelf.changes.stream.heartbeat", "1s", "offshelf.changes.stream.slow-after", "1s",
                "offshelf.changes.most-lines", "20");
    }
}
