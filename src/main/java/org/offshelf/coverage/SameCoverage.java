package org.offshelf.coverage;

import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/**
 * Tells revisions apart by whether anything changed that what is missing follows from. Most change nothing of it, and to read
 * what is missing takes seconds in a large registry. To be used within a reading.
 */
@ApplicationScoped
class SameCoverage {

    private static final int SPANS = 50;
    /** To look through more may take as long as to read what is missing. */
    private static final int MOST_LINES = 10_000;
    /**
     * How many lines there are; whether one is relevant. Of findings: of which notice they are, whether they stand, and since
     * when.
     */
    private static final String LINES = "select count(*), coalesce(max(l.relevant), 0) from (select c.record_type in ('notice',"
            + " 'regulator', 'survey') or c.record_type = 'finding' and (c.op <> 'update' or json_exists(c.fields, '$.notice')"
            + " or json_exists(c.fields, '$.published')) relevant from revision_change c force index (primary)"
            + " where c.revision > ?1 and c.revision <= ?2 order by c.revision, c.seq limit " + (MOST_LINES + 1) + ") l";

    private final Session session;
    /** Stretches of revisions with the same coverage, the last by the first. */
    private final TreeMap<Long, Long> spans = new TreeMap<>();
    private long history;

    SameCoverage(Session session) {
        this.session = session;
    }

    /**
     * A revision at which exactly the same was missing as at this one, if possible one that was asked for before.
     *
     * @param in the history of which the revision is: where a backup is restored, what was made since is forgotten
     */
    synchronized long as(long revision, long in) {
        if (in != history) {
            spans.clear();
            history = in;
        }
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
        Object[] lines = session.createNativeQuery(LINES, Object[].class).setParameter(1, since).setParameter(2, until)
                .getSingleResult();
        return ((Number) lines[0]).longValue() > MOST_LINES || ((Number) lines[1]).intValue() > 0;
    }
}
