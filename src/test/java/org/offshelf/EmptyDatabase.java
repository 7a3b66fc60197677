package org.offshelf;

import jakarta.enterprise.context.ApplicationScoped;

import org.flywaydb.core.Flyway;

/** Takes everything out of the database, as if the service had never been started on it. */
@ApplicationScoped
public class EmptyDatabase {

    private final Flyway flyway;

    EmptyDatabase(Flyway flyway) {
        this.flyway = flyway;
    }

    public void make() {
        Flyway fresh = Flyway.configure().configuration(flyway.getConfiguration()).cleanDisabled(false).load();
        fresh.clean();
        fresh.migrate();
    }
}
