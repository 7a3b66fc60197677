package org.offshelf.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.OrderColumn;

import org.hibernate.annotations.BatchSize;
import org.offshelf.app.Fact;
import org.offshelf.ledger.RegistryRecord;

/** An app in a store. Its status is that of the last event of its timeline. */
@Entity
public class Listing extends RegistryRecord.Cited {

    @Column(name = "app_id")
    public String app;

    @Column(name = "store_id")
    public String store;

    public ListingStatus status;

    public LocalDate since;

    public ListingCause cause;

    @ElementCollection
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    public List<ListingEvent> event = new ArrayList<>();

    public static String idOf(String app, String store) {
        return app + "-" + store;
    }

    /** Appends to the timeline; the event of the latest day tells the status. */
    public void happened(ListingEvent what) {
        event.add(what);
        settle();
    }

    /** Takes its status from the last event, in their order; one without events keeps what it had. */
    public void settle() {
        event.stream().max(ListingEvent.ORDER).ifPresent(last -> {
            status = last.kind();
            since = last.happened();
            cause = last.cause();
        });
    }

    /** What it says about where its app stands. */
    public Stream<Fact> facts() {
        return event.stream().map(e -> new Fact(e.kind().asAppStatus(), e.happened(), null, id));
    }
}
