package org.offshelf.database;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

import javax.sql.DataSource;

/** Not ready before the schema is the one this version was built for. That the database answers, Quarkus checks itself. */
@Readiness
class MigrationReadiness implements HealthCheck {

    private final Flyway flyway;

    /** Whoever looks at the schema need not be able to change it: not with the account of the migrations. */
    MigrationReadiness(Flyway flyway, DataSource dataSource) {
        this.flyway = Flyway.configure().configuration(flyway.getConfiguration()).dataSource(dataSource).load();
    }

    @Override
    public HealthCheckResponse call() {
        MigrationInfoService migrations = flyway.info();
        MigrationInfo current = migrations.current();
        return HealthCheckResponse.named("Schema migrations")
                .status(migrations.pending().length == 0)
                .withData("current", current == null ? "none" : String.valueOf(current.getVersion()))
                .withData("pending", migrations.pending().length)
                .build();
    }
}
