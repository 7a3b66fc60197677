package org.offshelf.catalogue;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is committed although it follows from the code, so that a change of it is seen. Where it differs it is written
 * anew, except in CI, and the test fails once: the next build has what was committed.
 */
final class Committed {

    private Committed() {
    }

    static void check(Path file, String expected) {
        try {
            if (Files.exists(file) && Files.readString(file).equals(expected)) {
                return;
            }
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                fail(file + " is not what the code makes of it. Run ./mvnw verify, read the difference, commit it.");
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
            fail(file + " was not what the code makes of it, and is now. Read the difference, commit it, build again.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
