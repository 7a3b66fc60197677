package org.offshelf.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;

class ResumedMigrationsTest {

    /** Whatever is interrupted, right before it takes place and right after, all of it is there once in the end. */
    @Test
    void goesOnAfterEachStatement() throws SQLException {
        try (TestDatabase whole = TestDatabase.start();
                Connection toWhole = connect(whole.settings());
                TestDatabase interrupted = TestDatabase.start();
                Connection toInterrupted = connect(interrupted.settings())) {
            flyway(whole.settings(), new Interruption(null)).migrate();
            int interruptions = 0;
            for (boolean isOver = false; !isOver;) {
                Interruption interruption = new Interruption(
                        interruptions % 2 == 0 ? Event.AFTER_EACH_MIGRATE_STATEMENT : Event.BEFORE_EACH_MIGRATE_STATEMENT);
                try {
                    flyway(interrupted.settings(), interruption).migrate();
                    isOver = true;
                } catch (FlywayException e) {
                    assertThat(interruption.happened).as("interrupted by us: %s", e).isTrue();
                    interruptions++;
                    // A process that is killed leaves no note that it failed.
                    execute(toInterrupted, "delete from flyway_schema_history where not success");
                }
            }
            assertThat(interruptions).isGreaterThan(60);
            assertThat(definitions(toInterrupted)).isEqualTo(definitions(toWhole));
            for (String table : List.of("revision_counter", "term_state")) {
                assertThat(rows(toInterrupted, table)).isEqualTo(rows(toWhole, table));
            }
        }
    }

    @Test
    void leavesNoNotesWhereOnlyTheirRemovalWasMissing() throws SQLException {
        try (TestDatabase database = TestDatabase.start(); Connection connection = connect(database.settings())) {
            assertThatThrownBy(() -> flyway(database.settings(), new Interruption(Event.AFTER_MIGRATE)).migrate())
                    .isInstanceOf(FlywayException.class);
            assertThat(notes(connection)).isNotEmpty();

            assertThat(flyway(database.settings(), new Interruption(null)).migrate().migrationsExecuted).isZero();
            assertThat(notes(connection)).isEmpty();
        }
    }

    private static List<String> notes(Connection connection) throws SQLException {
        return query(connection, "show tables like 'migration\\_progress'", 1);
    }

    private static Flyway flyway(Map<String, String> settings, Interruption interruption) {
        return Flyway.configure()
                .dataSource(settings.get(DatabaseStartup.URL), settings.get(DatabaseStartup.MIGRATE_USERNAME),
                        settings.get(DatabaseStartup.MIGRATE_PASSWORD))
                .locations("classpath:db/migration").callbacks(new ResumedMigrations(), interruption).load();
    }

    private static Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(settings.get(DatabaseStartup.URL), settings.get(DatabaseStartup.MIGRATE_USERNAME),
                settings.get(DatabaseStartup.MIGRATE_PASSWORD));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All tables as the server would make them. */
    private static List<String> definitions(Connection connection) throws SQLException {
        List<String> definitions = new ArrayList<>();
        for (String table : rows(connection,
                "(select table_name from information_schema.tables where table_schema = database() order by 1) t")) {
            definitions.addAll(query(connection, "show create table " + table, 2));
        }
        return definitions;
    }

    private static List<String> rows(Connection connection, String from) throws SQLException {
        return query(connection, "select * from " + from, 1);
    }

    private static List<String> query(Connection connection, String sql, int column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(column));
            }
        }
        return values;
    }

    /** Breaks the connection at the first statement of its run that is new. */
    private static final class Interruption extends BaseCallback {

        private final Event event;
        private boolean happened;

        private Interruption(Event event) {
            this.event = event;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == this.event;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            happened = true;
            try {
                context.getConnection().abort(Runnable::run);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            throw new FlywayException("Interrupted");
        }
    }
}
