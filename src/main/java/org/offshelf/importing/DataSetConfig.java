package org.offshelf.importing;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The data set that a registry starts with. */
@ConfigMapping(prefix = "offshelf.data-set")
interface DataSetConfig {

    /** Whether files of the data set that this registry has not loaded yet are loaded at start. */
    @WithDefault("true")
    boolean load();

    /** A folder with a data set (a {@code dataset.yaml} and its files) to load in place of the bundled one. */
    Optional<Path> folder();
}
