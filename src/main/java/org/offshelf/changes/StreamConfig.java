package org.offshelf.changes;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How changes are streamed. */
@ConfigMapping(prefix = "offshelf.changes.stream")
interface StreamConfig {

    /** How often it is looked whether another instance has made a revision, while anybody listens. */
    @WithDefault("1s")
    Duration poll();

    /** After how long a silence a comment tells both ends that the other is still there. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a client may take nothing of what waits for it; then it is ended, and resumes when it can. */
    @WithDefault("30s")
    Duration slowAfter();

    /** How many may listen to this instance at the same time. */
    @WithDefault("10000")
    int listeners();

    /** How much of what was rendered last is kept for those who are a little behind. */
    @WithDefault("32M")
    MemorySize kept();
}
