package org.offshelf.snapshot;

import java.time.Instant;

import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;

/**
 * A snapshot to be written.
 *
 * @param at when the revision was made; deadlines are judged on that day
 * @param override why it may be published even if much is gone; null if nobody said so
 */
record Order(long revision, Instant at, String override) {

    Reading reading() {
        return new Reading(revision, at.atZone(Readings.ZONE).toLocalDate());
    }
}
