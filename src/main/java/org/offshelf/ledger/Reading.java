package org.offshelf.ledger;

import java.time.LocalDate;

/**
 * The state of the registry that a request reads.
 *
 * @param revision the revision all its queries see
 * @param today the day in Asia/Shanghai by which deadlines count as passed
 */
public record Reading(long revision, LocalDate today) {
}
