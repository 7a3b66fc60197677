package org.offshelf.curating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingEvent;
import org.offshelf.finding.FindingEventKind;
import org.offshelf.finding.Findings;
import org.offshelf.finding.Measure;
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
    private final Findings findings;
    private final Listings listings;
    private final Shelf shelf;

    Orders(Notices notices, Findings findings, Listings listings, Shelf shelf) {
        this.notices = notices;
        this.findings = findings;
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
        touched.addAll(settleEscalations(order));
        notices.list("follows = ?1", notice).forEach(follower -> touched.addAll(settleEscalations(follower)));
        return touched;
    }

    private List<Finding> orders(Notice notice) {
        return findings.list("notice = ?1 and measure = ?2 and standing = ?3 order by sequence", notice.id, Measure.REMOVE,
                Standing.CURRENT);
    }

    private void settleListings(Notice notice, String app) {
        Map<String, Finding> wanted = new LinkedHashMap<>();
        orders(notice).stream().filter(order -> order.app.equals(app))
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
                        notice.id, source(order), null));
            }
            shelf.settle(listing);
        });
    }

    private static boolean isOrder(ListingEvent event, Notice notice) {
        return event.kind() == ListingStatus.REMOVAL_ORDERED && notice.id.equals(event.notice());
    }

    private Set<String> settleEscalations(Notice notice) {
        Map<String, Finding> orders = orders(notice).stream()
                .collect(Collectors.toMap(order -> order.app, order -> order, (first, other) -> first, LinkedHashMap::new));
        List<Finding> escalated = new ArrayList<>(findings.list(
                "select distinct f from Finding f join f.event e where e.notice = ?1 and e.kind = ?2", notice.id,
                FindingEventKind.ESCALATED));
        if (notice.follows != null) {
            findings.list("notice = ?1 and app in ?2", notice.follows, orders.keySet()).stream()
                    .filter(earlier -> !escalated.contains(earlier)).forEach(escalated::add);
        }
        Set<String> touched = new TreeSet<>();
        for (Finding earlier : escalated) {
            Finding order = earlier.notice.equals(notice.follows) ? orders.get(earlier.app) : null;
            LocalDate day = order == null ? null : order.published;
            if (earlier.event.stream().anyMatch(e -> e.kind() == FindingEventKind.ESCALATED && isBy(notice, e)
                    && e.happened().equals(day))) {
                continue;
            }
            earlier.event.removeIf(e -> isBy(notice, e));
            if (order != null) {
                earlier.event.add(event(FindingEventKind.NOT_RECTIFIED, notice, order));
                earlier.event.add(event(FindingEventKind.ESCALATED, notice, order));
            }
            earlier.settle();
            touched.add(earlier.app);
        }
        return touched;
    }

    private static boolean isBy(Notice notice, FindingEvent event) {
        return event.kind() != FindingEventKind.RECTIFIED && notice.id.equals(event.notice());
    }

    private static FindingEvent event(FindingEventKind kind, Notice notice, Finding order) {
        return new FindingEvent(kind, order.published, notice.id, source(order), null);
    }

    private static String source(Finding order) {
        return order.citation.stream().map(cited -> cited.source()).sorted().findFirst().orElseThrow();
    }
}
