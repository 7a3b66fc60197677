package org.offshelf.curating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.offshelf.app.App;
import org.offshelf.app.Operator;
import org.offshelf.correction.Correction;
import org.offshelf.finding.Finding;
import org.offshelf.ledger.Citation;
import org.offshelf.ledger.PastChanges;
import org.offshelf.ledger.PastChanges.PastChange;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.penalty.Penalty;
import org.offshelf.penalty.Statement;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One merge being undone: each value goes back unless it was changed since, and whatever was added since stays where it was
 * added. What follows from the values is derived afterwards.
 */
final class MergeUndo {

    private final Function<String, List<Finding>> findingsOf;
    private final List<String> left = new ArrayList<>();
    private final Set<String> apps = new TreeSet<>();
    private final Set<String> notices = new TreeSet<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<Runnable> citations = new ArrayList<>();

    /** @param findingsOf the current findings of an app or operator, by its id */
    MergeUndo(Function<String, List<Finding>> findingsOf) {
        this.findingsOf = findingsOf;
    }

    /** What was changed since, and is left as it is; in sentences. */
    List<String> left() {
        return left;
    }

    /** The apps whose status may follow from something else now. */
    Set<String> apps() {
        return apps;
    }

    /** The notices whose orders may be for another app now. */
    Set<String> notices() {
        return notices;
    }

    List<Listing> listings() {
        return listings;
    }

    void undo(RegistryRecord record, PastChange change) {
        if (change.fields().at("/standing/new").asText().equals("merged")) {
            record.standing = Standing.CURRENT;
            record.standingReason = null;
            record.successor = null;
        } else {
            back(record, change, "successor", record.successor, was -> record.successor = was);
        }
        if (record instanceof App app) {
            undo(app, change);
        } else if (record instanceof Operator operator) {
            operator.aliases = without(operator.aliases, change);
            takeBackCitations(operator, operator.id, change);
        } else if (record instanceof Finding finding) {
            undo(finding, change);
        } else if (record instanceof Listing listing) {
            undo(listing, change);
        } else if (record instanceof Penalty penalty) {
            back(penalty, change, "operator", penalty.operator, was -> penalty.operator = was);
            undo(penalty, change);
        } else if (record instanceof Statement statement) {
            back(statement, change, "app", statement.app, was -> statement.app = was);
            back(statement, change, "operator", statement.operator, was -> statement.operator = was);
        } else if (record instanceof Correction correction) {
            back(correction, change, "record", correction.record, was -> correction.record = was);
        }
    }

    private void undo(App app, PastChange change) {
        apps.add(app.id);
        back(app, change, "operator", app.operator, was -> app.operator = was);
        app.aliases = without(app.aliases, change);
        app.identifier.removeIf(isAdded(change, "identifier"));
        takeBackCitations(app, app.id, change);
    }

    private void undo(Finding finding, PastChange change) {
        back(finding, change, "app", finding.app, was -> finding.app = was);
        back(finding, change, "operator", finding.operator, was -> finding.operator = was);
        apps.add(finding.app);
        notices.add(finding.notice);
    }

    private void undo(Listing listing, PastChange change) {
        listing.event.removeIf(isAdded(change, "event"));
        takeBackCitations(listing, listing.app, change);
        listings.add(listing);
        apps.add(listing.app);
        listing.event.stream().filter(e -> e.notice() != null).forEach(e -> notices.add(e.notice()));
    }

    private void undo(Penalty penalty, PastChange change) {
        Set<JsonNode> added = elements(change, "app", "new");
        added.removeAll(elements(change, "app", "old"));
        Set<JsonNode> removed = elements(change, "app", "old");
        removed.removeAll(elements(change, "app", "new"));
        Set<String> moved = added.stream().map(JsonNode::textValue).collect(Collectors.toSet());
        if (penalty.app.containsAll(moved)) {
            penalty.app.removeAll(moved);
            removed.forEach(id -> penalty.app.add(id.textValue()));
        } else {
            left(penalty, "app");
        }
    }

    /** Sets a value back that is still what the merge made it. */
    private void back(RegistryRecord record, PastChange change, String field, String now, Consumer<String> set) {
        JsonNode moved = change.fields().path(field);
        if (!moved.has("old")) {
            return; // not moved, or the record was made by the merge
        }
        if (Objects.equals(now, moved.path("new").textValue())) {
            set.accept(moved.path("old").textValue());
        } else {
            left(record, field);
        }
    }

    private void left(RegistryRecord record, String field) {
        left.add("`" + field + "` of the " + record.type() + " `" + record.id
                + "` was changed after the merge and is left as it is.");
    }

    private static List<String> without(List<String> aliases, PastChange change) {
        Predicate<Object> isAdded = isAdded(change, "aliases");
        return aliases.stream().filter(alias -> !isAdded.test(alias)).toList();
    }

    /** Waits until the findings are where they belong: what one of them cites, its app or operator rests on. */
    private void takeBackCitations(RegistryRecord.Cited cited, String owner, PastChange change) {
        Predicate<Object> isAdded = isAdded(change, "citation");
        if (cited.citation.stream().anyMatch(isAdded)) {
            citations.add(() -> {
                Set<Citation> needed = findingsOf.apply(owner).stream().flatMap(finding -> finding.citation.stream())
                        .collect(Collectors.toSet());
                cited.citation.removeIf(citation -> isAdded.test(citation) && !needed.contains(citation));
            });
        }
    }

    void takeBackCitations() {
        citations.forEach(Runnable::run);
    }

    private static Predicate<Object> isAdded(PastChange change, String field) {
        Set<JsonNode> added = elements(change, field, "new");
        added.removeAll(elements(change, field, "old"));
        return element -> added.contains(PastChanges.json(element));
    }

    private static Set<JsonNode> elements(PastChange change, String field, String when) {
        Set<JsonNode> elements = new HashSet<>();
        change.fields().path(field).path(when).forEach(elements::add);
        return elements;
    }
}
