package org.offshelf.query;

import org.offshelf.ledger.Reading;

/** Knows what is missing, so that an answer that touches a gap can say so. */
public interface Coverages {

    /**
     * To be used within a reading, on whose revision and day alone it depends: an answer at a revision never changes.
     *
     * @param links of the answer
     */
    Coverage of(CoverageScope scope, Reading reading, Links links);
}
