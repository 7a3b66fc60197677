package org.offshelf.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.DriverManager;
import java.util.Properties;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;

/** The generator on the database of a test. */
final class Generated {

    private Generated() {
    }

    /** With connections of its own: what it sets for a session must not come back to the pool. */
    static Fill in(AgroalDataSource database) {
        AgroalConnectionFactoryConfiguration factory = database.getConfiguration().connectionPoolConfiguration()
                .connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(factory.jdbcProperties());
        properties.put("user", factory.principal().getName());
        factory.credentials().forEach(credential -> properties.put("password", ((SimplePassword) credential).getWord()));
        return new Fill(() -> DriverManager.getConnection(factory.jdbcUrl(), properties),
                new PrintStream(OutputStream.nullOutputStream()));
    }
}
