package org.offshelf.load;

import java.time.Duration;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How much one client may ask. Without an allowance nobody is counted: only who runs the registry knows whether the addresses
 * that it sees are those of clients, or all that of one proxy.
 */
@ConfigMapping(prefix = "offshelf.rate")
interface RateConfig {

    /** What a client without an account may ask in a window: so many records, or less of what takes more. */
    OptionalInt anonymous();

    /** What an account may; unless it is said, ten times as much. */
    OptionalInt account();

    @WithDefault("60s")
    Duration window();

    /** Of how many clients it is known what they have asked; about 300 bytes each. */
    @WithDefault("100000")
    int clients();
}
