package org.offshelf.timeline;

import java.util.List;

import org.offshelf.query.Licence;

/** A story, oldest event first. */
record Timeline(Meta meta, List<TimelineEvent> results) {

    Timeline(long revision, List<TimelineEvent> results) {
        this(new Meta(results.size(), revision, Licence.NAME), results);
    }

    record Meta(int count, long revision, String licence) {
    }
}
