package org.offshelf.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataAndItsAccountToItself() throws Exception {
        EmbeddedDatabase first = EmbeddedDatabase.start(TestDatabase.in(folder, 0));
        try (first) {
            assertThat(query(first, "SELECT @@version, @@bind_address, @@time_zone, @@collation_server"))
                    .matches("11\\.4\\..* 127\\.0\\.0\\.1 \\+00:00 utf8mb4_nopad_bin");
            query(first, "CREATE TABLE kept (word TEXT) SELECT '下架' AS word");
            new ExternalDatabase(first.url()).check(new Account("", "offshelf", password(first)));
            assertRefused(first, "root", "");
            assertRefused(first, "offshelf", "");
            assertRefused(first, "offshelf", "guessed");
            assertRefused(first, "", "");
        }
        assertThatThrownBy(() -> query(first, "SELECT 1")).isInstanceOf(SQLException.class);

        try (EmbeddedDatabase second = EmbeddedDatabase.start(TestDatabase.in(folder, 0))) {
            assertThat(query(second, "SELECT word FROM kept")).isEqualTo("下架");
            assertThat(password(second)).isEqualTo(password(first));
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "lock", "password-offshelf", "password-offshelf_migrate",
                            "server.log");
        }
        assertThat(servers()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
    void keepsThePasswordFromOthers() throws IOException {
        try (DataFolder open = DataFolder.open(folder.resolve("new"))) {
            assertThat(open.password("ann")).hasSize(32).isEqualTo(open.password("ann")).isNotEqualTo(open.password("bob"));
        }
        assertThat(permissions("new")).isEqualTo("rwx------");
        assertThat(permissions("new/password-ann")).isEqualTo("rw-------");
    }

    @Test
    void anotherJvmWaitsItsTurnAndClearsUpAfterAKill() throws Exception {
        Process other = startInAnotherJvm();
        try {
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(TestDatabase.in(folder, 0)))
                    .withMessage("Another process uses the database in " + folder
                            + ": stop that one or choose another folder with OFFSHELF_DATABASE_FOLDER.");
            assertThat(servers()).hasSize(1);
        } finally {
            other.destroyForcibly().waitFor();
        }
        ProcessHandle orphan = servers().get(0);

        try (EmbeddedDatabase next = EmbeddedDatabase.start(TestDatabase.in(folder, 0))) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(query(next, "SELECT word FROM kept")).isEqualTo("committed");
        }
        assertThat(servers()).isEmpty();
    }

    @Test
    void startsAnewAfterAKillDuringInstallation() throws Exception {
        Files.createDirectories(folder.resolve("installing/mysql"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(TestDatabase.in(folder, 0))) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(TestDatabase.in(folder, taken.getLocalPort())))
                    .withMessageStartingWith("Port " + taken.getLocalPort() + " is taken")
                    .withMessageContaining("OFFSHELF_DATABASE_PORT");
        }
    }

    @Test
    void saysThatTheFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> EmbeddedDatabase.start(TestDatabase.in(file.resolve("database"), 0)))
                .withMessageContainingAll("Cannot keep the database in " + file, "OFFSHELF_DATABASE_FOLDER");
    }

    @Test
    void quotesTheServerWhereItDoesNotStart() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> EmbeddedDatabase.start(TestDatabase.in(folder, 0)))
                .withMessageContainingAll("does not start", "[ERROR]", "server.log");
        assertThat(servers()).isEmpty();
        assertThat(folder.resolve("init.sql")).doesNotExist();
    }

    @Test
    void saysWhatToDoWithoutBinaries() {
        Thread thread = Thread.currentThread();
        ClassLoader all = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> Binaries.in(folder))
                    .withMessageContainingAll("carries no MariaDB", "QUARKUS_DATASOURCE_JDBC_URL");
        } finally {
            thread.setContextClassLoader(all);
        }
    }

    /** What another JVM runs: a database nobody stops. */
    public static void main(String... args) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(TestDatabase.in(Path.of(args[0]), 0));
        query(database, "CREATE TABLE kept (word TEXT) SELECT 'committed' AS word");
        System.out.println("started");
        Thread.sleep(Long.MAX_VALUE);
    }

    private Process startInAnotherJvm() throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), EmbeddedDatabaseTest.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader output = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.lines().anyMatch("started"::equals)).isTrue();
        return process;
    }

    private List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("--datadir=" + folder)).toList();
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private static String password(EmbeddedDatabase database) {
        return database.settings().get(DatabaseStartup.PASSWORD);
    }

    private static void assertRefused(EmbeddedDatabase database, String user, String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, password).close())
                .as(user).isInstanceOfSatisfying(SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("28000"));
    }

    /** The first row's values, in one line. */
    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(),
                database.settings().get(DatabaseStartup.MIGRATE_USERNAME),
                database.settings().get(DatabaseStartup.MIGRATE_PASSWORD));
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            ResultSet rows = statement.getResultSet();
            StringBuilder row = new StringBuilder();
            rows.next();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.append(column == 1 ? "" : " ").append(rows.getString(column));
            }
            return row.toString();
        }
    }
}
