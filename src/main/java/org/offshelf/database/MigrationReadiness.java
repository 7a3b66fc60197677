package org.offshelf.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

import javax.sql.DataSource;

/**
 * Not ready before the schema is the one this version was built for, nor while its tables cannot be read: a node that is cut
 * off from its cluster takes connections, but answers nothing. Whoever asks is told within seconds, also by a database that
 * hangs.
 */
@Readiness
@Singleton
class MigrationReadiness implements HealthCheck {

    private static final int LONGEST_MILLIS = 2_000;

    private final Flyway flyway;
    private final DataSource database;
    /** Once there is nothing left to do, that stays so. */
    private volatile String complete;

    /** Whoever looks at the schema need not be able to change it: not with the account of the migrations. */
    MigrationReadiness(Flyway flyway, DataSource database) {
        this.flyway = Flyway.configure().configuration(flyway.getConfiguration()).dataSource(database).load();
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Schema migrations");
        if (complete != null) {
            return response.status(canBeRead()).withData("current", complete).withData("pending", 0).build();
        }
        MigrationInfoService migrations = flyway.info();
        MigrationInfo current = migrations.current();
        String version = current == null ? "none" : String.valueOf(current.getVersion());
        if (migrations.pending().length == 0) {
            complete = version;
        }
        return response.status(complete != null).withData("current", version).withData("pending", migrations.pending().length)
                .build();
    }

    private boolean canBeRead() {
        try (Connection connection = database.getConnection()) {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, LONGEST_MILLIS);
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("select revision from revision_counter").close();
                return true;
            } finally {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        } catch (SQLException e) {
            return false;
        }
    }
}
