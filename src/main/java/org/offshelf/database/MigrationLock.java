package org.offshelf.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets one of several instances migrate that start at the same time, and the others wait. Where a server could be part of a
 * Galera cluster, whose named locks exclude nobody, Flyway locks the rows of its own table instead; before the first migration
 * there are none. Here there is one. It is locked by a connection of its own, so that the lock ends with its instance, and for
 * those on the same node, which is why all migrate on the same one, see {@link ExternalDatabase#settings}.
 */
public class MigrationLock implements Callback {

    /** ER_LOCK_WAIT_TIMEOUT. */
    private static final int STILL_LOCKED = 1205;

    private Connection holder;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE || event == Event.AFTER_MIGRATE || event == Event.AFTER_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (event == Event.BEFORE_MIGRATE) {
                holder = context.getConfiguration().getDataSource().getConnection();
                lock();
            } else if (holder != null) {
                holder.rollback();
                holder.close();
                holder = null;
            }
        } catch (SQLException e) {
            throw new FlywayException("The lock of the migrations cannot be had", e);
        }
    }

    private void lock() throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute("create table if not exists migration_lock (id tinyint not null, primary key (id))"
                    + " engine = InnoDB");
            statement.execute("insert ignore into migration_lock (id) values (1)");
            holder.setAutoCommit(false);
            while (!isLocked(statement)) {
                // Another instance migrates, however long that takes
            }
        }
    }

    private static boolean isLocked(Statement statement) throws SQLException {
        try {
            statement.executeQuery("select id from migration_lock where id = 1 for update").close();
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == STILL_LOCKED) {
                return false;
            }
            throw e;
        }
    }

    /** Flyway calls one after the other by their names: the lock is let go when the others are done. */
    @Override
    public String getCallbackName() {
        return '~' + MigrationLock.class.getSimpleName();
    }
}
