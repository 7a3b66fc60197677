package org.offshelf.hot;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of what was answered is kept. */
@ConfigMapping(prefix = "offshelf.hot")
interface HotConfig {

    /** How much memory all answers that are kept take; zero keeps none. */
    @WithDefault("64M")
    MemorySize weight();

    /** An answer that is longer, as it is sent, is not kept: in its place there is room for many that are asked for more. */
    @WithDefault("1M")
    MemorySize longest();
}
