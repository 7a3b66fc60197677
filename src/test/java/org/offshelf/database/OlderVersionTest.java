package org.offshelf.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.junit.QuarkusTest;
import javax.sql.DataSource;

/** While instances are replaced one after the other, those of the version before start and serve on the newer schema. */
@QuarkusTest
class OlderVersionTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Inject
    DataSource database;

    @TempDir
    Path folder;

    @Test
    void takesTheNewerSchemaForItsOwn() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            all = files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
        for (Path file : all) {
            if (!file.getFileName().toString().startsWith("V" + all.size() + "__")) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Flyway older = Flyway.configure().dataSource(database).locations("filesystem:" + folder).load();
        assertThat(older.validateWithResult().validationSuccessful).isTrue();
        assertThat(older.migrate().migrationsExecuted).isZero();
        assertThat(older.info().pending()).isEmpty(); // what readiness asks
        assertThat(Arrays.stream(older.info().all()).filter(one -> one.getState() == MigrationState.FUTURE_SUCCESS))
                .extracting(MigrationInfo::getVersion).extracting(Object::toString).containsExactly(String.valueOf(all.size()));
    }
}
