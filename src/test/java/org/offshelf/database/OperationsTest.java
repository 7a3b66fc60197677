package org.offshelf.database;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Properties;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import javax.sql.DataSource;

@QuarkusTest
class OperationsTest {

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = DatabaseStartup.URL)
    String url;

    @ConfigProperty(name = DatabaseStartup.USERNAME)
    String username;

    @ConfigProperty(name = DatabaseStartup.PASSWORD)
    String password;

    @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.initSql")
    String initSql;

    @Test
    void isReadyWithItsDatabaseAndItsSchema() {
        when().get("/q/health/ready").then().statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("Schema migrations"))
                .body("checks.name", hasItem("Database connections health check"))
                .body("checks.status", everyItem(equalTo("UP")));
    }

    @Test
    void isNotReadyBeforeTheNewestMigration() {
        // Two migrations as the next version might bring, the history of this one.
        HealthCheckResponse response = new MigrationReadiness(Flyway.configure().dataSource(dataSource)
                .locations("classpath:org/offshelf/database/pending").load(), dataSource).call();
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow()).containsEntry("pending", 2L);
    }

    @Test
    void isAliveAndMeasured() {
        when().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        when().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"))
                .body(containsString("agroal_"));
    }

    @Test
    void everySessionIsTheSame() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet session = statement.executeQuery("SELECT @@time_zone, @@collation_connection, @@sql_mode")) {
            session.next();
            assertThat(session.getString(1)).isEqualTo("+00:00");
            assertThat(session.getString(2)).isEqualTo("utf8mb4_nopad_bin");
            assertThat(session.getString(3)).contains("ONLY_FULL_GROUP_BY", "STRICT_ALL_TABLES");
        }
    }

    /** A cluster replicates rows by it; without one it would lose sight of them. */
    @Test
    void everyTableHasAPrimaryKeyAndTransactions() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery("select t.table_name, t.engine = 'InnoDB' and exists (select *"
                        + " from information_schema.table_constraints c where c.table_schema = t.table_schema and c.table_name"
                        + " = t.table_name and c.constraint_type = 'PRIMARY KEY') from information_schema.tables t"
                        + " where t.table_schema = database()")) {
            int tables = 0;
            for (; table.next(); tables++) {
                assertThat(table.getBoolean(2)).as(table.getString(1)).isTrue();
            }
            assertThat(tables).isGreaterThan(30);
        }
    }

    /** The driver moves a connection to another node by itself, where the pool does not see it. */
    @Test
    void aConnectionThatMovesToAnotherNodeKeepsItsSettings() throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", username);
        account.setProperty("password", password);
        account.setProperty("initSql", initSql);
        String url = this.url.replace("jdbc:mariadb://", "jdbc:mariadb:sequential://");
        try (Connection moved = DriverManager.getConnection(url, account);
                Statement statement = moved.createStatement();
                Connection another = dataSource.getConnection()) {
            long first = number(statement, "select connection_id()");
            another.createStatement().execute("kill " + first);
            // What was not sent yet may be, silently; else it is for Transactions to do it again.
            try {
                number(statement, "select 1");
            } catch (SQLTransientConnectionException hasMoved) {
                assertThat(DatabaseFailures.isWorthAnotherTry(hasMoved)).isTrue();
            }
            assertThat(number(statement, "select @@max_sort_length")).isEqualTo(16384);
            assertThat(number(statement, "select connection_id()")).isNotEqualTo(first);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
