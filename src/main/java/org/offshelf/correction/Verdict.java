package org.offshelf.correction;

import org.offshelf.ledger.Coded;

/** How a curator settles a request. */
public enum Verdict implements Coded {
    ACCEPTED,
    DECLINED;

    public CorrectionState state() {
        return CorrectionState.valueOf(name());
    }
}
