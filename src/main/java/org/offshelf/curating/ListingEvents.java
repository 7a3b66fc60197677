package org.offshelf.curating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.importing.Shelf;
import org.offshelf.importing.Standings;
import org.offshelf.importing.StoreSpellings;
import org.offshelf.ledger.Coded;
import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingCause;
import org.offshelf.listing.ListingEvent;
import org.offshelf.listing.ListingSchema;
import org.offshelf.listing.ListingStatus;
import org.offshelf.listing.Listings;
import org.offshelf.query.Field;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;
import org.offshelf.writing.Outcome;

/** Records what was observed in a store, where that is possible. Orders are not said here: they come from notices. */
@ApplicationScoped
class ListingEvents {

    static final BodySchema BODY = BodySchema.of("NewListingEvent", "What was observed in a store, and who says so.", List.of(
            Member.of(Field.code("kind", "kind", Observation.class).describedAs("What was observed.").example("removed"))
                    .required(),
            Member.of(Field.date("date", "happened").describedAs("The day it was observed.").example("2021-12-10")).required(),
            Member.of(Field.code("cause", "cause", ListingCause.class)
                    .describedAs("Why, as far as it is known; `unknown` without it.").example("developer")),
            CitedSources.SOURCE.required(),
            CitedSources.LOCATOR,
            Member.text(Field.text("note", "note").describedAs("What else there is to say."), 1_000)));

    private final Listings listings;
    private final Shelf shelf;
    private final CitedSources sources;
    private final Rules rules;
    private final Standings standings;

    ListingEvents(Listings listings, Shelf shelf, CitedSources sources, Rules rules, Standings standings) {
        this.listings = listings;
        this.shelf = shelf;
        this.sources = sources;
        this.rules = rules;
        this.standings = standings;
    }

    /** What can be observed. */
    enum Observation implements Coded {
        REMOVED,
        RESTORED;

        ListingStatus status() {
            return ListingStatus.valueOf(name());
        }
    }

    /** The listing as it stands; empty if nothing is recorded of the app in the store. */
    Optional<Listing> find(String app, String store) {
        return listings.findByIdOptional(Listing.idOf(app, store)).filter(known -> known.standing == Standing.CURRENT);
    }

    Outcome record(String app, String store, Body body) {
        rules.requirePast("date", body.date("date"), body);
        sources.checkCited(body);
        body.requireValid();
        Observation observed = body.code("kind", Observation.class);
        LocalDate day = body.date("date");
        boolean isNew = find(app, store).isEmpty();
        List<ListingEvent> story = story(app, store);
        Set<Observation> possible = possible(story, day);
        if (!possible.contains(observed)) {
            throw Impossible.event(observed, possible, state(app, store, story, observed, day));
        }
        Listing listing = shelf.listing(app, store);
        String source = sources.id(body);
        ListingCause cause = body.code("cause", ListingCause.class);
        listing.cite(source, body.text(CitedSources.LOCATOR.name()));
        listing.event.add(new ListingEvent(observed.status(), day, cause == null ? ListingCause.UNKNOWN : cause, null, source,
                body.text("note")));
        shelf.settle(listing);
        standings.derive(List.of(app));
        String path = WrittenRecords.path(ListingSchema.LISTINGS, listing.id);
        return isNew ? Outcome.created(path) : Outcome.changed(path);
    }

    /** What happened in the store; an order that names no store was for this one too. */
    private List<ListingEvent> story(String app, String store) {
        List<ListingEvent> story = new ArrayList<>();
        find(app, store).ifPresent(listing -> story.addAll(listing.event));
        if (!store.equals(StoreSpellings.ALL)) {
            find(app, StoreSpellings.ALL).ifPresent(all -> all.event.stream()
                    .filter(e -> e.kind() == ListingStatus.REMOVAL_ORDERED).forEach(story::add));
        }
        return story;
    }

    private static String state(String app, String store, List<ListingEvent> story, Observation observed, LocalDate day) {
        return "The app `" + app + "` in the store `" + store + "` " + before(story, day, observed)
                .map(e -> "was `" + e.kind().code() + "` on " + e.happened() + ".")
                .orElse("is not known to have been removed before " + day + ".")
                + after(story, day, observed).map(e -> " Then it was `" + e.kind().code() + "` on " + e.happened() + ".")
                        .orElse("");
    }

    /** What could have been observed on that day, between what happened before and after it. */
    static Set<Observation> possible(List<ListingEvent> story, LocalDate day) {
        EnumSet<Observation> possible = EnumSet.noneOf(Observation.class);
        for (Observation one : Observation.values()) {
            Optional<ListingStatus> before = before(story, day, one).map(ListingEvent::kind);
            Optional<ListingStatus> after = after(story, day, one).map(ListingEvent::kind);
            boolean fitsBefore = before.isEmpty() ? one == Observation.REMOVED : before.get() != one.status();
            boolean fitsAfter = after.isEmpty() || after.get() != one.status();
            if (fitsBefore && fitsAfter) {
                possible.add(one);
            }
        }
        return possible;
    }

    private static Optional<ListingEvent> before(List<ListingEvent> story, LocalDate day, Observation observed) {
        return story.stream().filter(e -> ListingEvent.ORDER.compare(e, at(day, observed)) <= 0).max(ListingEvent.ORDER);
    }

    private static Optional<ListingEvent> after(List<ListingEvent> story, LocalDate day, Observation observed) {
        return story.stream().filter(e -> ListingEvent.ORDER.compare(e, at(day, observed)) > 0).min(ListingEvent.ORDER);
    }

    private static ListingEvent at(LocalDate day, Observation observed) {
        return new ListingEvent(observed.status(), day, null, null, null, null);
    }
}
