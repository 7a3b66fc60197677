package org.offshelf.load;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How much is worked on at once. All together take fewer connections than the pool has, so that there is one for health, for
 * jobs and for the look at the last revision, however much is asked.
 */
@ConfigMapping(prefix = "offshelf.load")
interface LoadConfig {

    @WithDefault("10")
    int reads();

    /** Questions in a body. Who sends it in drops is in the way of others who do, and of nobody else. */
    @WithDefault("4")
    int lookups();

    /**
     * Documents that arrive, and those whose sender waits for what becomes of them; these take connections for moments only.
     */
    @WithDefault("8")
    int imports();

    /** Whole lists, as rows. */
    @WithDefault("4")
    int exports();

    /** They are done one after the other anyway. */
    @WithDefault("6")
    int writes();

    /** How many of each may wait for their turn; they take no thread, and nobody waits behind them for longer than that. */
    @WithDefault("200")
    int waiting();

    /** After how long who waits is told to come again. */
    @WithDefault("5s")
    Duration longestWait();
}
