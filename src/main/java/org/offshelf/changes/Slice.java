package org.offshelf.changes;

import java.util.List;

import org.offshelf.ledger.ChangeLine;
import org.offshelf.ledger.Position;

/**
 * A part of the ledger.
 *
 * @param end up to where it was read, lines that were not meant included
 * @param hasMore whether something may follow in the range that was asked for
 */
record Slice(List<ChangeLine> lines, Position end, boolean hasMore) {
}
