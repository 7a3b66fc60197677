package org.offshelf.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;

import org.apache.commons.lang3.exception.ExceptionUtils;
import org.mariadb.jdbc.Configuration;

/** A server somebody else runs: looked at once, so that a wrong setting is said in one sentence. */
final class ExternalDatabase {

    private static final int OLDEST_MAJOR = 10;
    private static final int OLDEST_MINOR = 11;

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
