package org.offshelf.bench;

import org.offshelf.app.AppKind;

/**
 * A row of a notice as it is printed; null is what is not printed.
 *
 * @param number within the notice, from 1
 */
record Printed(int number, String app, AppKind kind, String developer, String store, String version, String problem,
        String filingNumber) {
}
