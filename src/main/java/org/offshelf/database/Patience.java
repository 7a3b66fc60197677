package org.offshelf.database;

import java.sql.Connection;
import java.sql.SQLException;

/** For statements that may take longer than any that somebody waits for: the driver does not give them up. */
public final class Patience {

    private static final int FOR_EVER = 0;

    private Patience() {
    }

    public static void during(Connection connection, Runnable work) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, FOR_EVER);
        try {
            work.run();
        } finally {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }
}
