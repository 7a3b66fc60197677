package org.offshelf.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets one of several instances migrate that start at the same time. On a node of a Galera cluster Flyway locks the rows of its
 * own table instead, of which there are none before the first migration. The lock ends with the connection, so with its
 * instance; it is known to its node only, which is why all migrate on the same one, see {@link ExternalDatabase#settings}.
 */
public class MigrationLock implements Callback {

    private static final int LONGEST_WAIT_SECONDS = 3600;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** On the connection that Flyway closes when it is done. */
    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select get_lock(concat(database(), '.migration'), " + LONGEST_WAIT_SECONDS + ")")) {
            row.next();
            if (row.getInt(1) != 1) {
                throw new FlywayException("Another instance has been migrating for too long");
            }
        } catch (SQLException e) {
            throw new FlywayException("The lock of the migrations cannot be had", e);
        }
    }

    @Override
    public String getCallbackName() {
        return MigrationLock.class.getSimpleName();
    }
}
