package org.offshelf.timeline;

import java.time.LocalDate;
import java.util.List;

import org.offshelf.ledger.Reading;
import org.offshelf.query.Licence;

/** A story, oldest event first. */
record Timeline(Meta meta, List<TimelineEvent> results) {

    Timeline(Reading reading, List<TimelineEvent> results) {
        this(new Meta(results.size(), reading.revision(), reading.today(), Licence.NAME), results);
    }

    record Meta(int count, long revision, LocalDate judgedOn, String licence) {
    }
}
