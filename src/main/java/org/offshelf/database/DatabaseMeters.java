package org.offshelf.database;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import javax.sql.DataSource;

/** Says whether the database could be reached when it was tried last. */
@Startup
@Singleton
class DatabaseMeters {

    private static final int SECONDS = 5;

    private final DataSource database;
    private volatile double reached = Double.NaN;

    DatabaseMeters(DataSource database, MeterRegistry meters) {
        this.database = database;
        Gauge.builder("offshelf.database.reached", () -> reached)
                .description("1 if the database answered when it was asked last, else 0").register(meters);
    }

    @Scheduled(every = "{offshelf.meters.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try (Connection connection = database.getConnection()) {
            reached = connection.isValid(SECONDS) ? 1 : 0;
        } catch (SQLException e) {
            reached = 0;
        }
    }
}
