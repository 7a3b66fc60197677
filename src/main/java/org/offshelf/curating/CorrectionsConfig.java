package org.offshelf.curating;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How requests for corrections are taken in. */
@ConfigMapping(prefix = "offshelf.corrections")
interface CorrectionsConfig {

    /** Within how many days they are answered. */
    @WithDefault("30")
    int answeredWithin();

    /** How many of an account may be open at the same time; curators file those of others, and have no bound. */
    @WithDefault("20")
    int mostOpen();

    /** How many it can file on one day, also if it takes them back: each is written down for ever. */
    @WithDefault("50")
    int mostADay();
}
