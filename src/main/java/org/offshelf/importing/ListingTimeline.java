package org.offshelf.importing;

import java.util.Iterator;
import java.util.List;

import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingEvent;

/** Corrects a listing's timeline where a notice did not say what was held. */
final class ListingTimeline {

    private ListingTimeline() {
    }

    /** @param count how many of the notice's events hold no longer */
    static void withdraw(Listing listing, String notice, int count) {
        int left = count;
        for (Iterator<ListingEvent> events = listing.event.iterator(); left > 0 && events.hasNext();) {
            if (notice.equals(events.next().notice())) {
                events.remove();
                left--;
            }
        }
        if (left < count && !listing.event.isEmpty()) {
            List<ListingEvent> kept = List.copyOf(listing.event);
            listing.event.clear();
            listing.since = null;
            kept.forEach(listing::happened);
        }
    }

    /** Without an event there is nothing to say of an app in a store. */
    static void settle(Listing listing) {
        boolean isEmpty = listing.event.isEmpty();
        if (isEmpty && listing.standing == Standing.CURRENT) {
            listing.standing = Standing.RETRACTED;
            listing.standingReason = "The notice that ordered it was corrected.";
        } else if (!isEmpty && listing.standing == Standing.RETRACTED) {
            listing.standing = Standing.CURRENT;
            listing.standingReason = null;
        }
    }
}
