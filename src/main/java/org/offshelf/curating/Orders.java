package org.offshelf.curating;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.finding.Finding;
import org.offshelf.importing.Escalations;
import org.offshelf.importing.Shelf;
import org.offshelf.importing.StoreSpellings;
import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingCause;
import org.offshelf.listing.ListingEvent;
import org.offshelf.listing.ListingStatus;
import org.offshelf.listing.Listings;
import org.offshelf.notice.Notice;
import org.offshelf.notice.Notices;

/**
 * Keeps what follows from removal orders as their findings say it: the events in listings of the apps they name, and the
 * escalation of the findings of the notice they follow. Whatever was corrected, this is brought to what it would be had the
 * order been read so in the first place.
 */
@ApplicationScoped
class Orders {

    private final Notices notices;
    private final Escalations escalations;
    private final Listings listings;
    private final Shelf shelf;

    Orders(Notices notices, Escalations escalations, Listings listings, Shelf shelf) {
        this.notices = notices;
        this.escalations = escalations;
        this.listings = listings;
        this.shelf = shelf;
    }

    /**
     * After findings of the notice changed: what it orders of these apps, and what orders that follow it escalate.
     *
     * @return the apps for which something may have changed, these among them
     */
    Set<String> settle(String notice, Collection<String> apps) {
        Notice order = notices.findById(notice);
        Set<String> touched = new TreeSet<>(apps);
        apps.forEach(app -> settleListings(order, app));
        touched.addAll(escalations.settle(order));
        notices.list("follows = ?1", notice).forEach(follower -> touched.addAll(escalations.settle(follower)));
        return touched;
    }

    private void settleListings(Notice notice, String app) {
        Map<String, Finding> wanted = new LinkedHashMap<>();
        escalations.orders(notice).stream().filter(order -> order.app.equals(app))
                .forEach(order -> wanted.putIfAbsent(order.store == null ? StoreSpellings.ALL : order.store, order));
        for (Listing listing : listings.list("app = ?1 and standing = ?2", app, Standing.CURRENT)) {
            Finding order = wanted.get(listing.store);
            LocalDate day = order == null ? null : order.published;
            boolean isChanged = listing.event.removeIf(e -> isOrder(e, notice) && !e.happened().equals(day));
            if (isChanged && order == null) {
                shelf.settle(listing);
            }
        }
        wanted.forEach((store, order) -> {
            Listing listing = shelf.listing(app, store);
            order.citation.forEach(cited -> listing.cite(cited.source(), cited.locator()));
            if (listing.event.stream().noneMatch(e -> isOrder(e, notice))) {
                listing.event.add(new ListingEvent(ListingStatus.REMOVAL_ORDERED, order.published, ListingCause.ORDERED,
                        notice.id, Escalations.source(order), null));
            }
            shelf.settle(listing);
        });
    }

    private static boolean isOrder(ListingEvent event, Notice notice) {
        return event.kind() == ListingStatus.REMOVAL_ORDERED && notice.id.equals(event.notice());
    }
}
