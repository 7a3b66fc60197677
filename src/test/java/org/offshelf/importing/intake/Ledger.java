package org.offshelf.importing.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.quarkus.arc.Arc;
import javax.sql.DataSource;

/** Looks at the tables beneath. */
final class Ledger {

    private Ledger() {
    }

    static String cause(long revision) {
        return one("select concat(cause, ' ', actor, ' ', actor_role) from revision where revision = " + revision);
    }

    static String one(String sql) {
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static void run(String sql) {
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
