package org.offshelf.finding;

import java.time.LocalDate;
import java.util.Comparator;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What became of a finding, and who says so.
 *
 * @param notice the notice that says so, if it is one
 * @param source the document that says so
 */
@Embeddable
public record FindingEvent(@Column(name = "kind", nullable = false) FindingEventKind kind,
        @Column(name = "happened", nullable = false) LocalDate happened,
        @Column(name = "notice_id") String notice, @Column(name = "source_id") String source,
        @Column(name = "note") String note) {

    /** By day, and on one day by kind. */
    public static final Comparator<FindingEvent> ORDER = Comparator.comparing(FindingEvent::happened)
            .thenComparing(FindingEvent::kind);
}
