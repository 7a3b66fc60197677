package org.offshelf;

import org.offshelf.database.DatabaseStartup;
import org.offshelf.database.DatabaseUnavailable;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Sees to the database before Quarkus looks for it. */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        try {
            DatabaseStartup.prepare();
        } catch (DatabaseUnavailable unavailable) {
            System.err.println(unavailable.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }
}
