package org.offshelf.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * When each revision was made: evenly between the last one that was there and now, so that each names an exact state and what
 * is written next comes later.
 *
 * @param first the last revision that was there
 * @param step microseconds between two
 * @param end of rows that hold still, as the server writes it
 */
record Clock(long first, LocalDateTime at, long step, String end) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    static Clock between(long first, LocalDateTime at, LocalDateTime now, int revisions, String end) {
        long step = Duration.between(at, now).dividedBy(revisions + 1L).toNanos() / 1000;
        if (step < 2) {
            throw new IllegalStateException("The registry was written to a moment ago; there is no time left for " + revisions
                    + " revisions between then and now");
        }
        return new Clock(first, at, step, end);
    }

    /** Its instant, as the ledger has it. */
    String at(long revision) {
        return FORMAT.format(instant(revision));
    }

    LocalDateTime instant(long revision) {
        return at.plus((revision - first) * step, ChronoUnit.MICROS);
    }

    /** The beginning of the rows it writes. */
    String start(long revision) {
        return FORMAT.format(instant(revision).minus(1, ChronoUnit.MICROS));
    }
}
