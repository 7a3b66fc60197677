package org.offshelf.database;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A database of its own for every {@code @QuarkusTest}; none has to ask for it (see META-INF/services). */
public class MariaDbTestResource implements QuarkusTestResourceLifecycleManager {

    private TestDatabase database;

    @Override
    public Map<String, String> start() {
        database = TestDatabase.start();
        return database.settings();
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
