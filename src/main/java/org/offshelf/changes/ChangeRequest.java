package org.offshelf.changes;

import java.time.Instant;
import java.util.List;

import org.offshelf.http.Fault;
import org.offshelf.ledger.Position;

/**
 * What is asked of the ledger.
 *
 * @param until the last revision; {@link Long#MAX_VALUE} for all there are
 * @param from null, or when the changes were made at the earliest
 * @param before null, or before when they were made
 * @param limit null where none is set
 * @param faults all that is wrong with it
 */
record ChangeRequest(Position since, long until, Instant from, Instant before, Integer limit, ChangeFilter filter,
        List<Fault> faults) {
}
