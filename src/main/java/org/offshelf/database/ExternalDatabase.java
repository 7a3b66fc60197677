package org.offshelf.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.commons.lang3.exception.ExceptionUtils;
import org.mariadb.jdbc.Configuration;

import io.quarkus.logging.Log;

/** A server somebody else runs: looked at once, so that a wrong setting is said in one sentence. */
final class ExternalDatabase {

    private static final int OLDEST_MAJOR = 10;
    private static final int OLDEST_MINOR = 11;

    private static final String SESSION_VARIABLES = "quarkus.datasource.jdbc.additional-jdbc-properties.sessionVariables";
    private static final String SYNC_WAIT = "wsrep_sync_wait";
    /** Bits: reading, changing and deleting, inserting. */
    private static final int ALL_STATEMENTS = 7;

    private static final int UNKNOWN_DATABASE = 1049;
    private static final int NO_ACCESS_TO_DATABASE = 1044;

    private final String url;

    ExternalDatabase(String url) {
        this.url = url;
    }

    void check(Account account) {
        Configuration parsed = parse();
        String where = address(parsed);
        try (Connection connection = DriverManager.getConnection(url, account.properties())) {
            requireSupported(connection.getMetaData(), where);
        } catch (SQLException e) {
            throw refused(e, account, where, parsed);
        }
    }

    /**
     * What Quarkus needs to know besides. On a Galera cluster, or a server that could be part of one, every session waits until
     * its node has applied what was committed on any before, so that whoever was told of a revision finds it on every node;
     * variables of the session in the URL have the last word. Migrations have connections of their own, whose statements take
     * as long as they need, to the first node that can be reached: its lock lets one instance migrate, and is known to no other
     * node.
     */
    Map<String, String> settings(Account service, Account migrate) {
        Configuration parsed = parse();
        String where = address(parsed);
        Map<String, String> settings = new HashMap<>();
        if (migrate.isNamed()) {
            settings.put(DatabaseStartup.MIGRATE_URL,
                    url.replaceFirst("^jdbc:mariadb:loadbalance:", "jdbc:mariadb:sequential:"));
            settings.put(DatabaseStartup.MIGRATE_USERNAME, migrate.username());
            settings.put(DatabaseStartup.MIGRATE_PASSWORD, migrate.password());
        }
        try (Connection connection = DriverManager.getConnection(url, service.properties());
                Statement statement = connection.createStatement()) {
            if (variable(statement, "secure_timestamp").filter(value -> !value.equals("NO")).isPresent()) {
                throw new DatabaseUnavailable("The server at " + where + " lets no session set its time, by which revisions are"
                        + " told apart whatever its clock does: set secure_timestamp=NO there.");
            }
            if (variable(statement, SYNC_WAIT).isPresent()) {
                waitForOthers(parsed.sessionVariables(), settings, where);
            }
            return settings;
        } catch (SQLException e) {
            throw refused(e, service, where, parsed);
        }
    }

    private static void waitForOthers(String given, Map<String, String> settings, String where) {
        if (given == null) {
            settings.put(SESSION_VARIABLES, SYNC_WAIT + '=' + ALL_STATEMENTS);
        } else if (!given.contains(SYNC_WAIT)) {
            Log.warnf(
                    "QUARKUS_DATASOURCE_JDBC_URL sets variables of the session, and not %s: on a cluster of several nodes at %s"
                            + " readers may be taken back. Add %1$s=%3$d to them.",
                    SYNC_WAIT, where, ALL_STATEMENTS);
        }
    }

    private static Optional<String> variable(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("show variables like '" + name + "'")) {
            return row.next() ? Optional.of(row.getString(2)) : Optional.empty();
        }
    }

    /** The host and port of a MariaDB's URL, which may hold a password elsewhere. */
    static String address(String url) {
        return address(new ExternalDatabase(url).parse());
    }

    private static String address(Configuration parsed) {
        return parsed.addresses().stream().map(host -> host.host + ":" + host.port).collect(Collectors.joining(", "));
    }

    private Configuration parse() {
        try {
            Configuration parsed = Configuration.parse(url);
            if (parsed != null && !parsed.addresses().isEmpty()) {
                return parsed;
            }
        } catch (SQLException | IllegalArgumentException e) {
            // said below, without the driver's message: it repeats the URL
        }
        throw new DatabaseUnavailable("QUARKUS_DATASOURCE_JDBC_URL is not a MariaDB's:"
                + " write it as jdbc:mariadb://host:3306/database.");
    }

    private static void requireSupported(DatabaseMetaData server, String where) throws SQLException {
        if (!"MariaDB".equals(server.getDatabaseProductName())) {
            throw new DatabaseUnavailable("The server at " + where + " is " + server.getDatabaseProductName() + " "
                    + server.getDatabaseProductVersion() + ": Offshelf needs MariaDB 10.11 or later.");
        }
        int major = server.getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR || major == OLDEST_MAJOR && server.getDatabaseMinorVersion() < OLDEST_MINOR) {
            throw new DatabaseUnavailable("The MariaDB at " + where + " is version " + server.getDatabaseProductVersion()
                    + ": Offshelf needs 10.11 or later.");
        }
    }

    private DatabaseUnavailable refused(SQLException e, Account account, String where, Configuration parsed) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return new DatabaseUnavailable("The database at " + where + " refuses the account:"
                    + " check " + account.usernameAndPassword() + ".", e);
        }
        if (e.getErrorCode() == UNKNOWN_DATABASE || e.getErrorCode() == NO_ACCESS_TO_DATABASE) {
            return new DatabaseUnavailable("The server at " + where + " has no database '" + parsed.database()
                    + "' for this account: create it and its accounts with deploy/accounts.sql.", e);
        }
        return new DatabaseUnavailable("The database at " + where + " cannot be reached ("
                + ExceptionUtils.getRootCause(e).getMessage() + "): check QUARKUS_DATASOURCE_JDBC_URL and that it runs.", e);
    }
}
