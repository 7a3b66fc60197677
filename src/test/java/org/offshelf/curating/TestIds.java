package org.offshelf.curating;

import java.util.UUID;

/** Texts nobody else has. */
final class TestIds {

    private TestIds() {
    }

    static String fresh() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
