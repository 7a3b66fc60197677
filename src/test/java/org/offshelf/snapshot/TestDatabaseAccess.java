package org.offshelf.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import io.quarkus.arc.Arc;
import javax.sql.DataSource;

/** Does to the tables beneath what no request can. */
final class TestDatabaseAccess {

    private TestDatabaseAccess() {
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
