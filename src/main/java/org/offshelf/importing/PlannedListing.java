package org.offshelf.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import org.offshelf.ledger.Citation;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingEvent;

/** What is to be written of one app in one store. */
final class PlannedListing {

    final String app;
    final String store;
    final List<ListingEvent> events = new ArrayList<>();
    Collection<Citation> citations = List.of();

    /** How many events of the notice hold no longer. */
    int withdrawn;

    PlannedListing(String app, String store) {
        this.app = app;
        this.store = store;
    }

    String id() {
        return Listing.idOf(app, store);
    }

    /** Brings the timeline to what the document says: the notice's events that hold no longer go, its new ones come. */
    void tell(Listing listing, String notice) {
        int left = withdrawn;
        for (Iterator<ListingEvent> held = listing.event.iterator(); left > 0 && held.hasNext();) {
            if (notice.equals(held.next().notice())) {
                held.remove();
                left--;
            }
        }
        listing.event.addAll(events);
    }
}
