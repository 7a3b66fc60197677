package org.offshelf.database;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;

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
}
