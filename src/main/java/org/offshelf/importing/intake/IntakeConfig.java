package org.offshelf.importing.intake;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is taken in, and how long it is kept. */
@ConfigMapping(prefix = "offshelf.imports")
interface IntakeConfig {

    /** How many documents are received at the same time; whoever comes then is asked to come back. */
    @WithDefault("4")
    int received();

    /** How many imports may wait for their turn. */
    @WithDefault("50")
    int waiting();

    /** How many documents that were not applied are kept, the latest. */
    @WithDefault("500")
    int kept();

    /** How much room they may take; of more, the oldest go first. */
    @WithDefault("1G")
    MemorySize keptBytes();

    /** How long a document that was not applied is kept. */
    @WithDefault("14D")
    Duration keptFor();

    /** How long an instance that does not say it is alive keeps its claim on an import. */
    @WithDefault("20S")
    Duration lease();

    /** How many may follow the progress of imports at the same time. */
    @WithDefault("50")
    int followers();
}
