package org.offshelf.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayBlockStatementExecutionException;

import io.quarkus.logging.Log;

/**
 * Lets a migration go on where it was when the instance, or the database beneath it, died. MariaDB commits each definition by
 * itself, so what had been done by then stays; Flyway alone would begin anew, and fail at the first table that is there.
 * Until all is migrated, a table says which statement was begun and which was done last.
 */
public class ResumedMigrations extends BaseCallback {

    private static final String TABLE = "migration_progress";

    /**
     * What MariaDB says of a definition that was made before: ER_TABLE_EXISTS_ERROR and the like of columns, keys, constraints.
     */
    private static final Set<Integer> MADE_BEFORE = Set.of(1050, 1060, 1061, 1091, 1826);
    /** It says of a foreign key that is there only that a table cannot be made (ER_CANT_CREATE_TABLE, errno 121). */
    private static final int CANNOT_MAKE = 1005;

    private int begun;
    private int done;
    private int current;

    @Override
    public boolean supports(Event event, Context context) {
        return switch (event) {
            case BEFORE_EACH_MIGRATE, BEFORE_EACH_MIGRATE_STATEMENT, AFTER_EACH_MIGRATE_STATEMENT, AFTER_MIGRATE -> true;
            default -> false;
        };
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            switch (event) {
                case BEFORE_EACH_MIGRATE -> begin(context);
                case BEFORE_EACH_MIGRATE_STATEMENT -> beforeStatement(context);
                case AFTER_EACH_MIGRATE_STATEMENT -> note("done", current, context);
                default -> end(context);
            }
        } catch (SQLException e) {
            throw new FlywayException("The progress of the migration could not be noted", e);
        }
    }

    private void begin(Context context) throws SQLException {
        current = 0;
        begun = 0;
        done = 0;
        Connection connection = context.getConnection();
        execute(connection, "create table if not exists " + TABLE
                + " (script varchar(255) not null primary key, begun int not null, done int not null)");
        try (PreparedStatement select = connection.prepareStatement("select begun, done from " + TABLE + " where script = ?")) {
            select.setString(1, script(context));
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    begun = row.getInt(1);
                    done = row.getInt(2);
                    Log.infof("%s was interrupted after %d statements and goes on", script(context), done);
                    return;
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + TABLE + " values (?, 0, 0)")) {
            insert.setString(1, script(context));
            insert.executeUpdate();
        }
    }

    private void beforeStatement(Context context) throws SQLException {
        current++;
        if (current <= done) {
            throw skip("was done before", context);
        }
        if (current <= begun) {
            repeat(context);
            note("done", current, context);
            throw skip("was done, or has been now", context);
        }
        note("begun", current, context);
        Connection connection = context.getConnection();
        if (!connection.getAutoCommit()) {
            connection.commit(); // with it what the statement before changed, and that it was done
        }
    }

    /** What is no definition was not committed without the note that it was done. */
    private void repeat(Context context) throws SQLException {
        try {
            execute(context.getConnection(), context.getStatement().getSql());
        } catch (SQLException e) {
            if (!wasMadeBefore(e)) {
                throw e;
            }
        }
    }

    private static boolean wasMadeBefore(SQLException e) {
        return MADE_BEFORE.contains(e.getErrorCode())
                || e.getErrorCode() == CANNOT_MAKE && String.valueOf(e.getMessage()).contains("errno: 121");
    }

    /** Not only what this run noted: one before it may have died when all was done but this. */
    private static void end(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (isThere(connection)) { // to drop what is not there takes the right to drop, too
            execute(connection, "drop table " + TABLE);
        }
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select 1 from information_schema.tables where table_schema = database() and table_name = ?")) {
            select.setString(1, TABLE);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void note(String column, int number, Context context) throws SQLException {
        try (PreparedStatement update = context.getConnection()
                .prepareStatement("update " + TABLE + " set " + column + " = ? where script = ?")) {
            update.setInt(1, number);
            update.setString(2, script(context));
            update.executeUpdate();
        }
    }

    private static String script(Context context) {
        return context.getMigrationInfo().getScript();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static FlywayBlockStatementExecutionException skip(String why, Context context) {
        return new FlywayBlockStatementExecutionException(new ErrorDetails(CoreErrorCode.ERROR, why),
                context.getStatement().getSql());
    }
}
