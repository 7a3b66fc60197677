package org.offshelf.curating;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.App;
import org.offshelf.app.AppSchema;
import org.offshelf.app.Apps;
import org.offshelf.app.Operator;
import org.offshelf.app.OperatorSchema;
import org.offshelf.app.Operators;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingSchema;
import org.offshelf.finding.Findings;
import org.offshelf.importing.Ids;
import org.offshelf.importing.Names;
import org.offshelf.importing.Shelf;
import org.offshelf.importing.Standings;
import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingStatus;
import org.offshelf.listing.Listings;
import org.offshelf.query.Field;
import org.offshelf.query.WrittenRecords;
import org.offshelf.store.StoreSchema;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;
import org.offshelf.writing.Outcome;

/** Makes two apps of one record, where two of the same name were taken for one. */
@ApplicationScoped
class Splitting {

    static final BodySchema BODY = BodySchema.of("AppSplit", "What goes to an app of its own, and why.", List.of(
            Member.text(Field.text("name", "name").describedAs("Name of the new app.").example("豆瓣阅读"), 200).required(),
            Member.of(Field.reference("operator", "operator_id", () -> OperatorSchema.OPERATORS)
                    .describedAs("The company that runs the new app, as far as it is known.")),
            Member.of(Field.references("findings", "id", "", "", "", () -> FindingSchema.FINDINGS)
                    .describedAs("The findings that are about the new app; all must be of the one that is split.")).required(),
            Member.of(Field.references("stores", "id", "", "", "", () -> StoreSchema.STORES)
                    .describedAs("The stores where what was observed is about the new app. Orders go with their findings.")),
            Correctable.reason().required()));

    private final Apps apps;
    private final Operators operators;
    private final Findings findings;
    private final Listings listings;
    private final Shelf shelf;
    private final Orders orders;
    private final Standings standings;

    Splitting(Apps apps, Operators operators, Findings findings, Listings listings, Shelf shelf, Orders orders,
            Standings standings) {
        this.apps = apps;
        this.operators = operators;
        this.findings = findings;
        this.listings = listings;
        this.shelf = shelf;
        this.orders = orders;
        this.standings = standings;
    }

    /** @return the findings that go, which the request must have seen too */
    List<Finding> findings(App app, Body body) {
        body.requireReadable();
        List<Finding> moving = findings.list("id in ?1", new LinkedHashSet<>(body.texts("findings")));
        moving.stream().filter(finding -> !finding.app.equals(app.id)).forEach(finding -> body.invalid("findings",
                "The finding `" + finding.id + "` is about `" + finding.app + "`, not `" + app.id + "`."));
        for (String store : body.texts("stores")) {
            if (listings.count("app = ?1 and store = ?2 and standing = ?3", app.id, store, Standing.CURRENT) == 0) {
                body.invalid("stores", "Nothing is recorded of `" + app.id + "` in the store `" + store + "`.");
            }
        }
        body.requireValid();
        return moving;
    }

    Outcome split(App app, List<Finding> moving, Body body) {
        App made = make(app, body);
        Set<String> notices = new LinkedHashSet<>();
        for (Finding finding : moving) {
            finding.app = made.id;
            finding.operator = made.operator == null ? finding.operator : made.operator;
            made.citation.addAll(finding.citation);
            notices.add(finding.notice);
        }
        apps.persist(made);
        body.texts("stores").forEach(store -> moveObservations(app, made, store));
        List<String> both = List.of(app.id, made.id);
        notices.forEach(notice -> orders.settle(notice, both));
        standings.derive(both);
        return Outcome.created(WrittenRecords.path(AppSchema.APPS, made.id));
    }

    private App make(App app, Body body) {
        Operator operator = body.id("operator") == null ? null : operators.findById(body.id("operator"));
        App made = new App();
        made.name = body.text("name");
        made.kind = app.kind;
        made.operator = operator == null ? null : operator.id;
        String identity = made.kind.code() + '|' + Names.normalise(made.name) + '|'
                + (operator == null ? "" : operator.identity);
        // The app that is split may well have this identity itself: two of one name, and nothing known to tell them apart.
        made.identity = identity;
        for (int other = 2; apps.count("identity", made.identity) > 0; other++) {
            made.identity = identity + '|' + other;
        }
        made.id = Ids.derive("app", made.identity, id -> apps.findById(id) != null);
        return made;
    }

    private void moveObservations(App app, App made, String store) {
        Listing from = shelf.listing(app.id, store);
        Listing to = shelf.listing(made.id, store);
        new ArrayList<>(from.event).stream().filter(e -> e.kind() != ListingStatus.REMOVAL_ORDERED).forEach(e -> {
            to.event.add(e);
            from.event.remove(e);
        });
        to.citation.addAll(from.citation);
        shelf.settle(from);
        if (!to.event.isEmpty()) {
            shelf.settle(to);
        }
    }
}
