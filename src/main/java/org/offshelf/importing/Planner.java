package org.offshelf.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

import org.offshelf.app.AppStatus;
import org.offshelf.app.Fact;
import org.offshelf.app.Identifier;
import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Measure;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingCause;
import org.offshelf.listing.ListingEvent;
import org.offshelf.listing.ListingStatus;

/** Works out what a notice and its rows become, from what is printed, what is known and what was decided. Writes nothing. */
public final class Planner {

    /** What of a finding tells where its app stands. */
    private static final Set<String> DECISIVE = Set.of("measure", "published", "deadline");

    private final Known known;
    private final NoticeFacts notice;
    private final Held held;
    private final Map<String, List<String>> earlier;
    private final boolean propose;
    private final boolean isWhole;
    private final boolean isFollowingAnew;
    private final List<PlannedRow> rows = new ArrayList<>();
    private final Map<String, PlannedOperator> operators = new LinkedHashMap<>();
    private final Map<String, PlannedApp> apps = new LinkedHashMap<>();
    private final Map<String, PlannedListing> listings = new LinkedHashMap<>();
    private final Map<String, String> escalated = new LinkedHashMap<>();
    private final Set<String> newOperators = new HashSet<>();
    private int sequence;

    /**
     * @param held what the registry holds of the notice
     * @param earlier the findings of the notice it follows, by app
     * @param propose whether to look for those who may be meant, which takes longer
     * @param isWhole whether what is held and not in the document is to be taken back
     */
    public Planner(Known known, NoticeFacts notice, Held held, Map<String, List<String>> earlier, boolean propose,
            boolean isWhole) {
        this.known = known;
        this.notice = notice;
        this.held = held;
        this.earlier = earlier;
        this.propose = propose;
        this.isWhole = isWhole;
        this.isFollowingAnew = held.notice() != null && notice.follows() != null
                && !notice.follows().equals(held.notice().follows());
        this.sequence = held.lastSequence();
    }

    /** @param progress told from time to time how many rows are done */
    public Plan plan(List<RowFacts> printed, IntConsumer progress) {
        Pairing pairing = new Pairing(printed, held.findings());
        for (int i = 0; i < printed.size(); i++) {
            rows.add(row(i + 1, printed.get(i), pairing.of(i)));
            if (i % 1000 == 999) {
                progress.accept(i + 1);
            }
        }
        for (HeldFinding finding : held.findings()) {
            if (isWhole && !pairing.isPaired(finding)) {
                rows.add(removed(rows.size() + 1, finding));
            }
        }
        return new Plan(notice, held, rows,
                held.notice() == null ? List.of() : Deviations.of(held.notice(), notice), operators, apps, listings, escalated);
    }

    private PlannedRow row(int number, RowFacts row, HeldFinding finding) {
        String unfit = Fit.of(row);
        if (unfit != null) {
            return PlannedRow.rejected(number, row, unfit);
        }
        if (row.decision().skip()) {
            return PlannedRow.rejected(number, row, "left out by decision"
                    + (row.decision().reason() == null ? "" : ": " + row.decision().reason()));
        }
        List<FieldChange> changes = finding == null ? List.of() : Deviations.of(finding, row, notice);
        if (finding != null && changes.isEmpty() && !isDecidedAnew(row.decision(), finding)) {
            if (row.measure() == Measure.REMOVE && isFollowingAnew) {
                escalate(finding.app(), row);
            }
            return new PlannedRow(number, row, RowOutcome.MATCHED, "held already", Recognised.certain(finding.app(), "held so"),
                    null, finding.app(), finding.operator(), finding.store(), Set.of(), null, List.of(), finding.id(),
                    finding.sequence(), Difference.UNCHANGED, List.of());
        }
        return finding == null ? added(number, row) : changed(number, row, finding, changes);
    }

    /** Somebody says otherwise than it is held, and the document does not. */
    private static boolean isDecidedAnew(RowDecision decision, HeldFinding finding) {
        return isOther(decision.app(), finding.app()) || isOther(decision.operator(), finding.operator())
                || isOther(decision.store(), finding.store()) || !decision.categories().isEmpty();
    }

    private static boolean isOther(String decided, String held) {
        return decided != null && !decided.equals(held);
    }

    private PlannedRow added(int number, RowFacts row) {
        Who who = who(row);
        int position = ++sequence;
        String finding = notice.id() == null ? null : notice.id() + '-' + position;
        Sorted sorted = sorted(row);
        String store = store(row);
        happened(row, who.app(), store, finding);
        return new PlannedRow(number, row, who.outcome(), who.reason(), who.recognisedApp(), who.recognisedOperator(),
                who.app(),
                who.operator(), store, sorted.categories(), sorted.basis(), sorted.unknown(), finding, position,
                Difference.ADDED, List.of());
    }

    /** What is inferred is inferred anew only where the wording it rests on has changed. */
    private PlannedRow changed(int number, RowFacts row, HeldFinding finding, List<FieldChange> changes) {
        Set<String> fields = new TreeSet<>();
        changes.forEach(change -> fields.add(change.field()));
        RowDecision decision = row.decision();
        boolean isNamedAnew = fields.contains("appName") || fields.contains("developer") || fields.contains("filingNumber")
                || decision.app() != null || decision.operator() != null;
        Who who = isNamedAnew ? who(fields.contains("appName") ? row : keeping(row, finding))
                : new Who(Recognised.certain(finding.app(), "held so"), null, finding.app(), finding.operator());
        boolean isSortedAnew = !decision.categories().isEmpty()
                || fields.contains("problem") && finding.categoryBasis() != CategoryBasis.CURATOR;
        Sorted sorted = isSortedAnew ? sorted(row) : new Sorted(Set.of(), null, List.of());
        String store = fields.contains("storeName") || decision.store() != null ? store(row) : finding.store();
        boolean isMoved = !who.app().equals(finding.app()) || !Objects.equals(store, finding.store())
                || !Collections.disjoint(fields, DECISIVE);
        if (isMoved) {
            withdraw(finding);
            happened(row, who.app(), store, finding.id());
            app(who.app()).isUnsettled = true;
        }
        return new PlannedRow(number, row, who.outcome(), who.reason(), who.recognisedApp(), who.recognisedOperator(),
                who.app(),
                who.operator(), store, sorted.categories(), sorted.basis(), sorted.unknown(), finding.id(),
                finding.sequence(), Difference.CHANGED, with(changes, decision, finding, who, store));
    }

    /** What the document says and what somebody decided, which it does not say. */
    private static List<FieldChange> with(List<FieldChange> printed, RowDecision decision, HeldFinding finding, Who who,
            String store) {
        List<FieldChange> changes = new ArrayList<>(printed);
        boolean isWhoDecided = decision.app() != null || decision.operator() != null;
        decided(changes, isWhoDecided, "app", finding.app(), who.app());
        decided(changes, isWhoDecided, "operator", finding.operator(), who.operator());
        decided(changes, decision.store() != null, "store", finding.store(), store);
        CategoryBasis basis = finding.categoryBasis();
        decided(changes, !decision.categories().isEmpty(), "categoryBasis", basis == null ? null : basis.code(),
                CategoryBasis.CURATOR.code());
        return changes;
    }

    private static void decided(List<FieldChange> changes, boolean isDecided, String field, String held, String now) {
        if (isDecided && !Objects.equals(held, now)) {
            changes.add(new FieldChange(field, held, now));
        }
    }

    /** An app that was held without its operator stays that app, unless it is known to be another company's. */
    private RowFacts keeping(RowFacts row, HeldFinding finding) {
        KnownApp app = known.apps.get(finding.app());
        boolean isOpen = app != null && row.decision().app() == null && app.operator() == null;
        return !isOpen ? row
                : new RowFacts(row.printedRow(), row.app(), row.kind(), row.developer(), row.version(),
                        row.store(), row.problem(), row.filingNumber(), row.annex(), row.measure(), row.reading(), row.region(),
                        row.place(), row.citations(),
                        new RowDecision(app.id(), row.decision().operator(), row.decision().store(),
                                row.decision().categories(), false, "held as this app"));
    }

    /** What was held of where its app stands holds no longer. */
    private void withdraw(HeldFinding finding) {
        if (known.apps.get(finding.app()) != null) {
            app(known.apps.get(finding.app()).id()).isUnsettled = true;
        }
        if (finding.measure() == Measure.REMOVE) {
            listing(finding.app(), finding.store()).withdrawn++;
        }
    }

    private PlannedRow removed(int number, HeldFinding finding) {
        withdraw(finding);
        RowFacts facts = new RowFacts(finding.printedRow(), finding.appName(), null, finding.developer(), finding.version(),
                finding.storeName(), finding.problem(), finding.filingNumber(), finding.annex(), finding.measure(),
                null, null, null, List.of(), RowDecision.NONE);
        return new PlannedRow(number, facts, RowOutcome.MATCHED, "held, and not in this document",
                Recognised.certain(finding.app(), "held so"), null, finding.app(), finding.operator(), finding.store(),
                Set.of(),
                null, List.of(), finding.id(), finding.sequence(), Difference.REMOVED, List.of());
    }

    private Who who(RowFacts row) {
        RowDecision decision = row.decision();
        Recognised company = company(row);
        String operator = company == null ? null : company.id();
        if (company != null && company.isNew()) {
            KnownOperator made = known.operators.make(row.developer());
            newOperators.add(made.id());
            operator = made.id();
        }
        if (operator != null) {
            PlannedOperator named = operator(operator);
            named.citations = Few.with(named.citations, row.citations());
        }
        Recognised recognised;
        if (decision.app() == null) {
            recognised = known.apps.recognise(row.kind(), row.app(), operator, row.developer(), row.filingNumber(), propose);
        } else if (decision.app().equals(RowDecision.NEW)) {
            recognised = Recognised.fresh(List.of(), "a new app by decision");
        } else {
            recognised = Recognised.certain(known.apps.get(decision.app()).id(), "decided");
        }
        String app = recognised.id();
        if (app == null) {
            app = known.apps.make(row.kind(), row.app(), operator).id();
        }
        PlannedApp planned = app(app);
        planned.citations = Few.with(planned.citations, row.citations());
        if (known.apps.get(app).operator() == null && operator != null) {
            planned.operator = operator;
            known.apps.runBy(app, operator);
        }
        if (row.filingNumber() != null) {
            Identifier number = new Identifier(KnownApps.FILING_NUMBER, row.filingNumber());
            planned.identifiers = Few.with(planned.identifiers, number);
            known.apps.identify(app, number);
        }
        return new Who(recognised, company, app, operator == null ? known.apps.get(app).operator() : operator);
    }

    private Recognised company(RowFacts row) {
        String decided = row.decision().operator();
        if (decided != null && !decided.equals(RowDecision.NEW)) {
            return Recognised.certain(known.operators.get(decided).id(), "decided");
        }
        if (row.developer() == null) {
            return null;
        }
        return decided == null ? known.operators.recognise(row.developer(), propose)
                : Recognised.fresh(List.of(), "a new operator by decision");
    }

    /** By the printed problems; without any, by what the notice states for all its apps. */
    private Sorted sorted(RowFacts row) {
        if (!row.decision().categories().isEmpty()) {
            return new Sorted(row.decision().categories(), CategoryBasis.CURATOR, List.of());
        }
        if (row.problem() != null) {
            Classifier.Classification classification = known.classifier.classify(row.problem());
            return new Sorted(classification.categories(), CategoryBasis.PROBLEM, classification.unknown());
        }
        return notice.categories().isEmpty() ? new Sorted(Set.of(), null, List.of())
                : new Sorted(notice.categories(), CategoryBasis.NOTICE, List.of());
    }

    private String store(RowFacts row) {
        return row.decision().store() != null ? row.decision().store() : known.stores.find(row.store()).orElse(null);
    }

    /** @return the source that says so */
    private String escalate(String app, RowFacts order) {
        String source = order.citations().get(0).source();
        for (String enforced : earlier.getOrDefault(app, List.of())) {
            escalated.putIfAbsent(enforced, source);
        }
        return source;
    }

    /** An order stands in the app's listing, and shows that the notice it follows has come to nothing. */
    private void happened(RowFacts row, String app, String store, String finding) {
        if (row.measure() != Measure.REMOVE) {
            app(app).says(new Fact(AppStatus.NAMED, notice.published(), notice.deadline(), finding));
            return;
        }
        String source = escalate(app, row);
        PlannedListing listing = listing(app, store);
        listing.citations = Few.with(listing.citations, row.citations());
        listing.events.add(new ListingEvent(ListingStatus.REMOVAL_ORDERED, notice.published(), ListingCause.ORDERED,
                notice.id(), source, null));
        app(app).says(new Fact(AppStatus.REMOVAL_ORDERED, notice.published(), null, listing.id()));
    }

    private PlannedListing listing(String app, String store) {
        String place = store == null ? StoreSpellings.ALL : store;
        return listings.computeIfAbsent(Listing.idOf(app, place), id -> new PlannedListing(app, place));
    }

    private PlannedApp app(String id) {
        return apps.computeIfAbsent(id, any -> new PlannedApp(known.apps.get(id)));
    }

    private PlannedOperator operator(String id) {
        return operators.computeIfAbsent(id,
                any -> new PlannedOperator(known.operators.get(id), newOperators.contains(id)));
    }

    private record Sorted(Set<String> categories, CategoryBasis basis, List<String> unknown) {
    }

    private record Who(Recognised recognisedApp, Recognised recognisedOperator, String app, String operator) {

        RowOutcome outcome() {
            boolean isSure = recognisedApp.isCertain() && (recognisedOperator == null || recognisedOperator.isCertain());
            return !isSure ? RowOutcome.AMBIGUOUS : recognisedApp.isNew() ? RowOutcome.NEW : RowOutcome.MATCHED;
        }

        String reason() {
            boolean isAboutOperator = recognisedOperator != null && !recognisedOperator.isCertain();
            return Objects.toString(recognisedApp.reason())
                    + (isAboutOperator ? "; operators of a similar name are known" : "");
        }
    }
}
