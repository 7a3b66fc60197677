package org.offshelf.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import javax.sql.DataSource;

/** What the two accounts of deploy/accounts.sql cannot do. That they can do all else, every other test shows. */
@QuarkusTest
class AccountsTest {

    /** Of a table, of a database, of a user, of files, and the lack of a privilege that is none of these. */
    private static final int[] DENIED = { 1142, 1044, 1410, 1045, 1227 };

    @Inject
    DataSource service;

    @Inject
    Flyway flyway;

    @ParameterizedTest
    @ValueSource(strings = { "drop table account", "alter table finding drop column problem", "truncate table audit",
            "create table own (id int)", "create index own_ix on app (name)", "delete history from finding",
            "create temporary table own (id int)", "rename table app to apps", "drop database offshelf",
            "create view own as select 1", "create trigger own before insert on app for each row set @a = 1",
            "create procedure own() select 1", "grant select on offshelf.* to offshelf_migrate",
            "create user other", "set global read_only = 1", "select 1 into outfile 'own'", "flush tables" })
    void theServiceCannot(String statement) throws SQLException {
        assertDenied(service.getConnection(), statement);
    }

    @ParameterizedTest
    @ValueSource(strings = { "delete history from finding", "create database other", "create user other",
            "grant select on offshelf.* to offshelf", "drop table mysql.global_priv", "set global read_only = 1" })
    void aMigrationCannot(String statement) throws SQLException {
        assertDenied(flyway.getConfiguration().getDataSource().getConnection(), statement);
    }

    @Test
    void eachHasItsOwn() throws SQLException {
        assertThat(user(service.getConnection())).isEqualTo("offshelf@%");
        assertThat(user(flyway.getConfiguration().getDataSource().getConnection())).isEqualTo("offshelf_migrate@%");
    }

    private static void assertDenied(Connection opened, String sql) throws SQLException {
        try (Connection connection = opened; Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOfSatisfying(SQLException.class,
                    denied -> assertThat(DENIED).as(denied.getMessage()).contains(denied.getErrorCode()));
        }
    }

    private static String user(Connection opened) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user()")) {
            row.next();
            return row.getString(1);
        }
    }
}
