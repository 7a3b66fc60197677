package org.offshelf.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The package as somebody runs it: {@code java -jar} in an empty folder. */
class PackageIT {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no SIGTERM")
    void startsOnItsOwnAndStopsWithoutAFuss() throws Exception {
        process = start(Map.of());
        awaitReady();
        List<ProcessHandle> servers = process.descendants().toList();
        assertThat(servers).hasSize(1);

        process.destroy();

        assertThat(process.waitFor()).isEqualTo(128 + 15); // what a shell calls ended by SIGTERM
        assertThat(servers).noneMatch(ProcessHandle::isAlive);
        assertThat(output()).contains("stopped in").doesNotContain("Exception", "\"level\":\"ERROR\"");
        assertThat(folder.resolve("data/database/data")).isDirectory();
    }

    @Test
    void refusesAnotherKindOfServerInOneLine() throws Exception {
        try (FakeServer server = FakeServer.ofVersion("8.0.36")) {
            process = start(Map.of("QUARKUS_DATASOURCE_JDBC_URL", server.url(),
                    "QUARKUS_DATASOURCE_USERNAME", "ann", "QUARKUS_DATASOURCE_PASSWORD", "secret"));
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(output().lines()).containsExactly("The server at 127.0.0.1:" + server.port()
                    + " is MySQL 8.0.36: Offshelf needs MariaDB 10.11 or later.");
        }
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=0", "-Doffshelf.database.binaries=" + Path.of("data/server").toAbsolutePath(),
                "-jar", JAR.toString()).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitReady() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!output().contains("Ready: API http://localhost:")) {
            assertThat(process.isAlive() && System.nanoTime() < deadline).as(output()).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }
}
