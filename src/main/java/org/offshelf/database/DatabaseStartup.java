package org.offshelf.database;

import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

/** Finds the configured database fit for use, or starts the embedded one and configures that. */
public final class DatabaseStartup {

    public static final String URL = "quarkus.datasource.jdbc.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";
    static final String MIGRATE_URL = "quarkus.flyway.jdbc-url";
    static final String MIGRATE_USERNAME = "quarkus.flyway.username";
    static final String MIGRATE_PASSWORD = "quarkus.flyway.password";

    /** Tells the URL we set ourselves from one the user configured: a live reload runs main again in the same JVM. */
    private static final String EMBEDDED_URL = "org.offshelf.database.embedded-url";

    private DatabaseStartup() {
    }

    /**
     * To be called before Quarkus starts, which takes the data source's address from the configuration then.
     *
     * @throws DatabaseUnavailable if there is no database to work with
     */
    public static void prepare() {
        if (isEmbedded(System.getProperty(URL))) {
            return; // still running since before the reload
        }
        SmallRyeConfig config = ConfigUtils.configBuilder().withMapping(DatabaseConfig.class).build();
        Optional<String> url = config.getOptionalValue(URL, String.class);
        if (url.isPresent()) {
            ExternalDatabase database = new ExternalDatabase(url.get());
            Account service = new Account("QUARKUS_DATASOURCE", value(config, USERNAME), value(config, PASSWORD));
            database.check(service);
            Account migrate = new Account("QUARKUS_FLYWAY", value(config, MIGRATE_USERNAME), value(config, MIGRATE_PASSWORD));
            if (migrate.isNamed()) {
                database.check(migrate);
            }
            database.settings(service, migrate.isNamed() ? migrate : service).forEach(System::setProperty);
        } else {
            EmbeddedDatabase database = EmbeddedDatabase.start(config.getConfigMapping(DatabaseConfig.class));
            database.settings().forEach(System::setProperty);
            System.setProperty(EMBEDDED_URL, database.url());
        }
    }

    private static String value(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class).orElse(null);
    }

    /** Whether the URL is that of the server this instance started. */
    public static boolean isEmbedded(String url) {
        return url != null && url.equals(System.getProperty(EMBEDDED_URL));
    }
}
