package org.offshelf.hot;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How many requests were answered from memory, and what became of the others that could have been. */
@Singleton
class HotCounts {

    private final Counter whole;
    private final Counter notModified;
    private final Counter made;
    private final Counter waited;

    HotCounts(MeterRegistry meters) {
        whole = counter(meters, "whole");
        notModified = counter(meters, "not-modified");
        made = counter(meters, "made");
        waited = counter(meters, "waited");
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("offshelf.hot.requests").tag("result", result).register(meters);
    }

    void sent(boolean isNotModified) {
        (isNotModified ? notModified : whole).increment();
    }

    void made() {
        made.increment();
    }

    void waited() {
        waited.increment();
    }
}
