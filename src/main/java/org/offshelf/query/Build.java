package org.offshelf.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

import io.quarkus.runtime.LaunchMode;

/** Which build of the application answers: another may write the same revision in other words. */
public final class Build {

    public static final String ID = id();

    private Build() {
    }

    private static String id() {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            // Code is replaced while it runs.
            return Instant.now().toString();
        }
        Properties build = new Properties();
        try (InputStream file = Build.class.getResourceAsStream("/build.properties")) {
            build.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version") + ' ' + build.getProperty("time");
    }
}
