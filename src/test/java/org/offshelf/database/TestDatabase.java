package org.offshelf.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.commons.io.FileUtils;

/** An embedded database in a folder that goes with it. */
final class TestDatabase implements AutoCloseable {

    private final Path folder;
    private final EmbeddedDatabase database;

    private TestDatabase(Path folder, EmbeddedDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    static TestDatabase start() {
        try {
            Path folder = Files.createTempDirectory("offshelf");
            return new TestDatabase(folder, EmbeddedDatabase.start(in(folder, 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The binaries are where the registry itself keeps them: unpacked once for all tests. */
    static DatabaseConfig in(Path folder, int port) {
        return new DatabaseConfig() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public Path binaries() {
                return Path.of("data/server");
            }

            @Override
            public int port() {
                return port;
            }
        };
    }

    Map<String, String> settings() {
        return database.settings();
    }

    @Override
    public void close() {
        database.close();
        FileUtils.deleteQuietly(folder.toFile());
    }
}
