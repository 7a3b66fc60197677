package org.offshelf.coverage;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/**
 * Tells revisions apart by whether anything changed that what is missing follows from. Most change nothing of it, and to read
 * it
 * takes seconds in a large registry. To be used within a reading.
 */
@ApplicationScoped
class SameCoverage {

    /** Of findings it counts of which notice they are, whether they stand, and when they were published. */
    private static final String RELEVANT = "select exists (select * from revision_change where revision > ?1 and revision <= ?2"
            + " and (record_type in ('notice', 'regulator', 'survey') or record_type = 'finding' and (op <> 'update'"
            + " or json_exists(fields, '$.notice') or json_exists(fields, '$.published'))))";

    private static final int SPANS = 50;

    private final Session session;
    /** Stretches of revisions with the same coverage, the last by the first. */
    private final ConcurrentSkipListMap<Long, Long> spans = new ConcurrentSkipListMap<>();

    SameCoverage(Session session) {
        this.session = session;
    }

    /** A revision at which exactly the same was missing as at this one, if possible one that was asked for before. */
    long as(long revision) {
        Map.Entry<Long, Long> span = spans.floorEntry(revision);
        if (span != null && (revision <= span.getValue() || !isChanged(span.getValue(), revision))) {
            spans.merge(span.getKey(), revision, Math::max);
            return span.getKey();
        }
        spans.put(revision, revision);
        if (spans.size() > SPANS) {
            spans.pollFirstEntry();
        }
        return revision;
    }

    private boolean isChanged(long since, long until) {
        return session.createNativeQuery(RELEVANT, Boolean.class).setParameter(1, since).setParameter(2, until)
                .getSingleResult();
    }
}
