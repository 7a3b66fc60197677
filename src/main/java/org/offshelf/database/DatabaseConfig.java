package org.offshelf.database;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The embedded MariaDB's knobs; none of them matters once {@code quarkus.datasource.jdbc.url} names another server. */
@ConfigMapping(prefix = "offshelf.database")
interface DatabaseConfig {

    /** Where the data, the passwords of the accounts and the server's log are kept. */
    @WithDefault("data/database")
    Path folder();

    /** Where the server's binaries are unpacked, once per version; may be shared by many data folders. */
    @WithDefault("data/server")
    Path binaries();

    /** The loopback port the server listens on; 0 takes a free one. */
    @WithDefault("0")
    int port();
}
