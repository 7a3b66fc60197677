package org.offshelf.database;

import java.util.Properties;

/**
 * Whom the database is to let in.
 *
 * @param settings how the environment variables begin that hold the name and the password
 */
record Account(String settings, String username, String password) {

    /** Quarkus migrates with an account of its own if it has both, and says nothing if it has one. */
    boolean isNamed() {
        if ((username == null) != (password == null)) {
            throw new DatabaseUnavailable("Set both or neither of " + usernameAndPassword() + ".");
        }
        return username != null;
    }

    String usernameAndPassword() {
        return settings + "_USERNAME and " + settings + "_PASSWORD";
    }

    Properties properties() {
        Properties properties = new Properties();
        putIfKnown(properties, "user", username);
        putIfKnown(properties, "password", password);
        return properties;
    }

    /** Without the password, should it ever be printed. */
    @Override
    public String toString() {
        return "Account[" + username + "]";
    }

    private static void putIfKnown(Properties properties, String key, String value) {
        if (value != null) {
            properties.setProperty(key, value);
        }
    }
}
