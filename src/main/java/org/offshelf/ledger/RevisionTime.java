package org.offshelf.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A revision and when it was made.
 *
 * @param at the instant at the end of its write
 */
public record RevisionTime(long revision, Instant at) {

    /** The day in Asia/Shanghai. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, Readings.ZONE);
    }
}
