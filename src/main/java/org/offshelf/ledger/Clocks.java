package org.offshelf.ledger;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One clock for all, which tests can replace. */
class Clocks {

    @Produces
    @Singleton
    Clock clock(DatabaseTime time) {
        return time.withZone(ZoneOffset.UTC);
    }
}
