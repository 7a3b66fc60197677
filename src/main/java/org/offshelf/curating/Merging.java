package org.offshelf.curating;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.App;
import org.offshelf.app.AppSchema;
import org.offshelf.app.Apps;
import org.offshelf.app.Operator;
import org.offshelf.app.OperatorSchema;
import org.offshelf.app.Operators;
import org.offshelf.correction.Corrections;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.importing.Shelf;
import org.offshelf.importing.Standings;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.listing.Listings;
import org.offshelf.penalty.Penalties;
import org.offshelf.penalty.Statements;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;
import org.offshelf.writing.Outcome;

/**
 * Makes one of two records of the same app or company. All that refers to the one, also what is retracted, then refers to the
 * other, which goes by both names.
 */
@ApplicationScoped
class Merging {

    static final BodySchema APPS = body("AppMerge", AppSchema.APPS);
    static final BodySchema OPERATORS = body("OperatorMerge", OperatorSchema.OPERATORS);

    private static final String INTO = "into";

    private final Apps apps;
    private final Operators operators;
    private final Findings findings;
    private final Listings listings;
    private final Penalties penalties;
    private final Statements statements;
    private final Corrections corrections;
    private final Shelf shelf;
    private final Orders orders;
    private final Standings standings;

    Merging(Apps apps, Operators operators, Findings findings, Listings listings, Penalties penalties, Statements statements,
            Corrections corrections, Shelf shelf, Orders orders, Standings standings) {
        this.apps = apps;
        this.operators = operators;
        this.findings = findings;
        this.listings = listings;
        this.penalties = penalties;
        this.statements = statements;
        this.corrections = corrections;
        this.shelf = shelf;
        this.orders = orders;
        this.standings = standings;
    }

    private static BodySchema body(String name, CollectionSchema schema) {
        return BodySchema.of(name, "Which record it is merged into, and why.",
                List.of(Member.of(Field.reference("into", "into", () -> schema)
                        .describedAs("The record that stays: it goes by both names then.")).required(),
                        Correctable.reason().required()));
    }

    /** @return the app it is to be merged into, which the request must have seen too */
    App into(App app, Body body) {
        App into = apps.findById(String.valueOf(body.id(INTO)));
        requireOther(app, into, body);
        if (into != null && into.kind != app.kind) {
            body.invalid(INTO, "It is of another kind: " + into.kind.code() + ", not " + app.kind.code() + ".");
        }
        body.requireValid();
        return into;
    }

    Operator into(Operator operator, Body body) {
        Operator into = operators.findById(String.valueOf(body.id(INTO)));
        requireOther(operator, into, body);
        body.requireValid();
        return into;
    }

    private static void requireOther(RegistryRecord record, RegistryRecord into, Body body) {
        if (record == into) {
            body.invalid(INTO, "A record cannot be merged into itself.");
        }
    }

    Outcome merge(App app, App into, Body body) {
        retire(app, into, body, apps.list("successor", app.id));
        into.aliases = names(into.name, into.aliases, Stream.concat(Stream.of(app.name), app.aliases.stream()));
        into.identifier.addAll(app.identifier);
        into.citation.addAll(app.citation);
        if (into.operator == null) {
            into.operator = app.operator;
        }
        Set<String> notices = new LinkedHashSet<>();
        for (Finding finding : findings.list("app", app.id)) {
            finding.app = into.id;
            finding.operator = Consequences.operator(finding, into);
            notices.add(finding.notice);
        }
        listings.list("app = ?1 and standing = ?2", app.id, Standing.CURRENT).forEach(listing -> merge(listing, into, body));
        penalties.list("select p from Penalty p join p.app a where a = ?1", app.id).forEach(penalty -> {
            penalty.app.remove(app.id);
            penalty.app.add(into.id);
        });
        statements.list("app", app.id).forEach(statement -> statement.app = into.id);
        // An order may have named the one, and the notice it follows the other.
        notices.forEach(notice -> orders.settle(notice, List.of(into.id)));
        standings.derive(List.of(into.id));
        return Outcome.changed(WrittenRecords.path(AppSchema.APPS, into.id));
    }

    /** A listing is of one app in one store, so that of the other app ends, and its story goes on in that of this one. */
    private void merge(Listing listing, App into, Body body) {
        Listing other = shelf.listing(into.id, listing.store);
        Stream.concat(other.event.stream(), listing.event.stream()).distinct().filter(e -> !other.event.contains(e)).toList()
                .forEach(other.event::add);
        other.citation.addAll(listing.citation);
        shelf.settle(other);
        retire(listing, other, body, listings.list("successor", listing.id));
    }

    Outcome merge(Operator operator, Operator into, Body body) {
        retire(operator, into, body, operators.list("successor", operator.id));
        into.aliases = names(into.name, into.aliases,
                Stream.concat(Stream.of(operator.name), operator.aliases.stream()));
        into.citation.addAll(operator.citation);
        apps.list("operator", operator.id).forEach(app -> app.operator = into.id);
        findings.list("operator", operator.id).forEach(finding -> finding.operator = into.id);
        penalties.list("operator", operator.id).forEach(penalty -> penalty.operator = into.id);
        statements.list("operator", operator.id).forEach(statement -> statement.operator = into.id);
        return Outcome.changed(WrittenRecords.path(OperatorSchema.OPERATORS, into.id));
    }

    /** @param earlier records that had been merged into this one: they lead to the new one at once */
    private void retire(RegistryRecord former, RegistryRecord into, Body body, List<? extends RegistryRecord> earlier) {
        former.standing = Standing.MERGED;
        former.standingReason = body.text(Correctable.REASON);
        former.successor = into.id;
        earlier.forEach(each -> each.successor = into.id);
        // What is said to be wrong of the one is asked of the other now.
        corrections.list("collection = ?1 and record = ?2", Kind.ofType(former.type()).schema().name(), former.id)
                .forEach(request -> request.record = into.id);
    }

    private static List<String> names(String name, List<String> aliases, Stream<String> others) {
        Set<String> all = new LinkedHashSet<>(aliases);
        others.filter(other -> !Objects.equals(other, name)).forEach(all::add);
        return new ArrayList<>(all);
    }
}
