package org.offshelf.ledger;

import java.time.Instant;

/**
 * A line of the ledger, with what its revision says of all its lines.
 *
 * @param type as the ledger calls it
 * @param role of who wrote
 * @param reason may be null
 * @param fields JSON that maps each attribute that moved to {@code {"old": …, "new": …}}; a new record has no {@code old}
 */
public record ChangeLine(long revision, int seq, String type, String id, String op, String cause, String reason, String role,
        Instant at, String fields) {

    public Position position() {
        return new Position(revision, seq);
    }
}
