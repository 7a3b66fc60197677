package org.offshelf.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.commons.io.IOUtils;
import org.jboss.logging.Logger;

import io.quarkus.runtime.Application;

/** A MariaDB of our own, for as long as this JVM lives and needs it. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    /** The database's and the service's. */
    private static final String NAME = "offshelf";
    private static final String MIGRATE = "offshelf_migrate";
    private static final long START_NANOS = TimeUnit.MINUTES.toNanos(5); // after a crash there may be much to recover

    private final DataFolder folder;
    private final ServerProcess server;
    private final String url;
    private final String password;
    private final String migratePassword;
    private final Thread hook;

    private EmbeddedDatabase(DataFolder folder, ServerProcess server, int port, String password,
            String migratePassword) {
        this.folder = folder;
        this.server = server;
        this.url = "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME;
        this.password = password;
        this.migratePassword = migratePassword;
        this.hook = new Thread(this::closeAfterTheApplication, "embedded database shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static EmbeddedDatabase start(DatabaseConfig config) {
        int port = requireFree(config.port());
        Binaries binaries = Binaries.in(config.binaries());
        DataFolder folder = DataFolder.open(config.folder());
        try {
            return start(binaries, folder, port);
        } catch (IOException e) {
            unlock(folder);
            throw new DatabaseUnavailable("The embedded MariaDB in " + folder + " does not start (" + e.getMessage()
                    + "): see server.log there, or set QUARKUS_DATASOURCE_JDBC_URL to use a server of your own.", e);
        }
    }

    private static EmbeddedDatabase start(Binaries binaries, DataFolder folder, int port) throws IOException {
        String password = folder.password(NAME);
        String migratePassword = folder.password(MIGRATE);
        Path initFile = folder.writeInitFile(initStatements(password, migratePassword, binaries.areForWindows()));
        try {
            ServerProcess server = ServerProcess.start(binaries, folder, port, initFile);
            EmbeddedDatabase database = new EmbeddedDatabase(folder, server, port, password, migratePassword);
            database.awaitReady();
            LOG.infof("Embedded MariaDB listens on 127.0.0.1:%d, its data is in %s", port, folder);
            return database;
        } finally {
            Files.delete(initFile); // it tells the passwords
        }
    }

    String url() {
        return url;
    }

    /** What Quarkus needs to know. */
    Map<String, String> settings() {
        return Map.of(DatabaseStartup.URL, url, DatabaseStartup.USERNAME, NAME, DatabaseStartup.PASSWORD, password,
                DatabaseStartup.MIGRATE_USERNAME, MIGRATE, DatabaseStartup.MIGRATE_PASSWORD, migratePassword);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the hook is at it already
        }
        stop();
    }

    /** The JVM runs its hooks all at once, so this one sees to it that Quarkus is through before the database goes. */
    private void closeAfterTheApplication() {
        Application application = Application.currentApplication();
        if (application != null) {
            application.stop();
        }
        stop();
    }

    private void stop() {
        server.stop();
        unlock(folder);
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START_NANOS;
        while (server.isAlive() && System.nanoTime() < deadline) {
            try {
                DriverManager.getConnection(url, NAME, password).close();
                return;
            } catch (SQLException notYet) {
                sleep();
            }
        }
        close();
        throw new IOException(server.lastError());
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void unlock(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.debugf(e, "The lock on %s ends with this JVM then", folder);
        }
    }

    private static int requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseUnavailable("Port " + port + " is taken (" + e.getMessage()
                    + "): choose another for the embedded MariaDB with OFFSHELF_DATABASE_PORT, or 0 for a free one.", e);
        }
    }

    private static String initStatements(String password, String migratePassword, boolean windows) throws IOException {
        return IOUtils.resourceToString("/accounts.sql", StandardCharsets.UTF_8)
                + "ALTER USER %s IDENTIFIED BY '%s', %s IDENTIFIED BY '%s' ACCOUNT UNLOCK;\n"
                        .formatted(NAME, password, MIGRATE, migratePassword)
                // The one account of earlier versions, which could do everything and would be preferred
                + "DROP USER IF EXISTS " + NAME + "@127.0.0.1;\n"
                // Elsewhere root has no password either, but comes in through the data folder's socket only.
                + (windows ? "ALTER USER root@localhost ACCOUNT LOCK;\n" : "");
    }
}
