package org.offshelf.bench;

import java.io.OutputStream;
import java.io.PrintStream;

import org.flywaydb.core.Flyway;

/** The generator on the database of a test. */
final class Generated {

    private Generated() {
    }

    /** With the account that may change tables, and connections of its own: what it sets for a session must not come back. */
    static Fill in(Flyway database) {
        return new Fill(() -> database.getConfiguration().getDataSource().getConnection(),
                new PrintStream(OutputStream.nullOutputStream()));
    }
}
