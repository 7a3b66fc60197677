package org.offshelf.listing;

import java.time.LocalDate;
import java.util.Comparator;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What happened to a listing, and who says so. The last event tells its status.
 *
 * @param cause why, as far as it is known
 * @param notice the order, if it is one
 * @param source the document that says so
 */
@Embeddable
public record ListingEvent(@Column(name = "kind", nullable = false) ListingStatus kind,
        @Column(name = "happened", nullable = false) LocalDate happened,
        @Column(name = "cause") ListingCause cause,
        @Column(name = "notice_id") String notice, @Column(name = "source_id") String source,
        @Column(name = "note") String note) {

    /** By day, and on one day by kind. */
    public static final Comparator<ListingEvent> ORDER = Comparator.comparing(ListingEvent::happened)
            .thenComparing(ListingEvent::kind);
}
