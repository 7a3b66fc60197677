package org.offshelf.importing;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.listing.Listings;

/** Takes listings up where something happens to them, and puts away those to which nothing happened after all. */
@ApplicationScoped
public class Shelf {

    private static final String NOTHING_LEFT = "Nothing that was recorded of it holds any longer.";

    private final Listings listings;

    Shelf(Listings listings) {
        this.listings = listings;
    }

    /** The app's listing in the store, or a new one; it has no status before an event is added and it is settled. */
    public Listing listing(String app, String store) {
        return takeUp(listings.findById(Listing.idOf(app, store)), app, store);
    }

    /** @param known the app's listing in the store; null if there is none yet */
    static Listing takeUp(Listing known, String app, String store) {
        if (known != null) {
            return known.standing == Standing.CURRENT ? known : anew(known);
        }
        Listing listing = new Listing();
        listing.id = Listing.idOf(app, store);
        listing.app = app;
        listing.store = store;
        return listing;
    }

    /** What it was retracted or merged with stays in its history. */
    private static Listing anew(Listing former) {
        former.standing = Standing.CURRENT;
        former.standingReason = null;
        former.successor = null;
        former.event.clear();
        return former;
    }

    /** Takes the status from the events; a listing without any is retracted. */
    public void settle(Listing listing) {
        listing.settle();
        if (listing.event.isEmpty()) {
            listing.standing = Standing.RETRACTED;
            listing.standingReason = NOTHING_LEFT;
        }
        listings.persist(listing);
    }
}
