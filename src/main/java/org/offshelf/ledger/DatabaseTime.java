package org.offshelf.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import javax.sql.DataSource;

/**
 * The time by the database's clock, which all instances share: that of the machine an instance runs on may be an hour off.
 * Asked
 * for from time to time, and counted on from there.
 */
@Singleton
class DatabaseTime implements InstantSource {

    /** Before all that could ask for it on a thread that may not wait. */
    private static final int FIRST = 1;
    private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

    private final DataSource database;
    private volatile Told told;

    DatabaseTime(DataSource database) {
        this.database = database;
    }

    void atStart(@Observes @Priority(FIRST) StartupEvent event) {
        ask();
        Duration off = Duration.between(instant(), Instant.now());
        if (off.abs().compareTo(WORTH_TELLING) > 0) {
            Log.warnf("The clock of this machine is %s off that of the database, which counts", off);
        }
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void ask() {
        long before = System.nanoTime();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sysdate(6)")) {
            row.next();
            told = new Told(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    before + (System.nanoTime() - before) / 2);
        } catch (SQLException e) {
            // It goes on from what was told last.
            Log.debug("The database did not tell the time", e);
        }
    }

    @Override
    public Instant instant() {
        if (told == null) {
            ask();
        }
        Told last = told;
        return last == null ? Instant.now() : last.at().plusNanos(System.nanoTime() - last.nanos());
    }

    /** @param nanos of {@link System#nanoTime} */
    private record Told(Instant at, long nanos) {
    }
}
