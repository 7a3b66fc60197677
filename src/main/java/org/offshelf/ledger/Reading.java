package org.offshelf.ledger;

import java.time.LocalDate;

/**
 * The state of the registry that a request reads.
 *
 * @param revision the revision all its queries see
 * @param today the day in Asia/Shanghai by which deadlines count as passed
 * @param asOf the day up to which things have happened, then the same as {@code today}; null for all that is known
 */
public record Reading(long revision, LocalDate today, LocalDate asOf) {

    public Reading(long revision, LocalDate today) {
        this(revision, today, null);
    }

    /** The same revision, as of the day. */
    public Reading asOf(LocalDate day) {
        return new Reading(revision, day, day);
    }
}
