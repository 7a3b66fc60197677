package org.offshelf.changes;

import org.offshelf.ledger.Position;

/**
 * The part of the ledger that a request means, at one revision of the registry.
 *
 * @param until the last revision, which exists
 * @param current the registry's
 * @param isClosed whether nothing will ever be added to it
 */
record ChangeRange(Position since, long until, long current, boolean isClosed) {
}
