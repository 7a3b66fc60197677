package org.offshelf.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalDatabaseTest {

    @ParameterizedTest
    @ValueSource(strings = { "5.5.5-10.11.6-MariaDB", "10.11.2-MariaDB-log", "11.4.5-MariaDB", "12.0.2-MariaDB" })
    void acceptsWhatIsNewEnough(String version) throws IOException {
        try (FakeServer server = FakeServer.ofVersion(version)) {
            check(server.url());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "5.5.5-10.6.16-MariaDB", "5.5.68-MariaDB", "10.10.7-MariaDB" })
    void refusesWhatIsOlder(String version) throws IOException {
        try (FakeServer server = FakeServer.ofVersion(version)) {
            assertRefused(server.url()).hasMessageStartingWith("The MariaDB at 127.0.0.1:" + server.port() + " is version ")
                    .hasMessageEndingWith(": Offshelf needs 10.11 or later.");
        }
    }

    @Test
    void refusesMySql() throws IOException {
        try (FakeServer server = FakeServer.ofVersion("8.0.36")) {
            assertRefused(server.url()).hasMessage("The server at 127.0.0.1:" + server.port()
                    + " is MySQL 8.0.36: Offshelf needs MariaDB 10.11 or later.");
        }
    }

    @Test
    void refusesWrongCredentials() throws IOException {
        try (FakeServer server = FakeServer.refusing(1045, "28000", "Access denied")) {
            assertRefused(server.url()).hasMessageContainingAll("127.0.0.1:" + server.port(), "refuses the account",
                    "QUARKUS_DATASOURCE_PASSWORD");
        }
    }

    @Test
    void refusesAMissingDatabase() throws IOException {
        try (FakeServer server = FakeServer.refusing(1049, "42000", "Unknown database 'offshelf'")) {
            assertRefused(server.url()).hasMessageContaining("has no database 'offshelf'");
        }
    }

    @Test
    void saysWhereNobodyAnswers() throws IOException {
        String url;
        int port;
        try (FakeServer server = FakeServer.ofVersion("11.4.5-MariaDB")) {
            url = server.url();
            port = server.port();
        }
        assertRefused(url).hasMessageContainingAll("127.0.0.1:" + port, "cannot be reached", "Connection refused");
    }

    @Test
    void saysWhichHostIsUnknown() {
        assertRefused("jdbc:mariadb://nowhere.invalid/offshelf")
                .hasMessageContainingAll("nowhere.invalid:3306", "cannot be reached");
    }

    /** Of those that replicate, the first takes the writes: it has to be there. */
    @ParameterizedTest
    @CsvSource({ "sequential, '127.0.0.1:1,%s'", "loadbalance, '127.0.0.1:1,%s'", "replication, '%s,127.0.0.1:1'" })
    void acceptsSeveralNodesOfWhichOneAnswers(String mode, String nodes) throws IOException {
        try (FakeServer server = FakeServer.ofVersion("11.4.5-MariaDB")) {
            check("jdbc:mariadb:" + mode + "://" + nodes.formatted("127.0.0.1:" + server.port()) + "/offshelf");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "jdbc:mysql://localhost/offshelf?password=secret", "localhost:3306", "jdbc:mariadb://",
            "jdbc:mariadb://localhost:port/offshelf?password=secret" })
    void saysHowAUrlIsWritten(String url) {
        assertRefused(url).hasMessageContaining("jdbc:mariadb://host:3306/database");
    }

    /** In one line, and without the password. */
    private static AbstractThrowableAssert<?, ?> assertRefused(String url) {
        return assertThatThrownBy(() -> check(url)).isInstanceOf(DatabaseUnavailable.class)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("secret", "\n").endsWith("."));
    }

    private static void check(String url) {
        new ExternalDatabase(url).check(new Account("QUARKUS_DATASOURCE", "ann", "secret"));
    }
}
