package org.offshelf.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.app.App;
import org.offshelf.app.Operator;
import org.offshelf.finding.Finding;
import org.offshelf.ledger.Citation;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Revisions;
import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.notice.Notice;

/**
 * Writes a plan as records, within the revision being written: part by part, each record once, those others refer to before
 * them.
 */
@ApplicationScoped
public class PlanWriter {

    private static final int CHUNK = 500;

    private final Session session;
    private final Revisions revisions;
    private final Shelf shelf;
    private final Standings standings;
    private final Escalations escalations;

    PlanWriter(Session session, Revisions revisions, Shelf shelf, Standings standings, Escalations escalations) {
        this.session = session;
        this.revisions = revisions;
        this.shelf = shelf;
        this.standings = standings;
        this.escalations = escalations;
    }

    /**
     * @param retracting why findings that are not in the document any more are retracted
     * @param progress told from time to time how many rows are written
     */
    public void write(Plan plan, String retracting, IntConsumer progress) {
        notice(plan);
        rows(plan, retracting, progress);
        inParts(plan.listings().values(), part -> each(Listing.class, part, PlannedListing::id,
                (planned, listing) -> listing(planned, listing, plan.notice().id())));
        if (plan.isNew()) {
            inParts(plan.escalated().entrySet(), part -> each(Finding.class, part, Map.Entry::getKey,
                    (entry, finding) -> Escalations.tell(finding, plan.notice().published(), plan.notice().id(),
                            entry.getValue())));
        }
        Set<String> unsettled = plan.apps().values().stream().filter(app -> app.isUnsettled).map(planned -> planned.app.id())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!plan.isNew() && (plan.notice().follows() != null || plan.held().notice().follows() != null)) {
            unsettled.addAll(escalations.settle(session.find(Notice.class, plan.notice().id())));
        }
        parts(unsettled).forEach(ids -> {
            standings.derive(ids);
            revisions.drain();
        });
    }

    /**
     * Each part of the rows with the operators and apps it is the first to name: so the texts of these are analysed beside it
     * all, and the progress is that of the whole.
     */
    private void rows(Plan plan, String retracting, IntConsumer progress) {
        Map<String, PlannedOperator> operators = new LinkedHashMap<>(plan.operators());
        Map<String, PlannedApp> apps = new LinkedHashMap<>(plan.apps());
        List<PlannedRow> rows = plan.rows().stream()
                .filter(row -> row.difference() != null && row.difference() != Difference.UNCHANGED).toList();
        int[] written = { 0 };
        inParts(rows, part -> {
            List<PlannedApp> named = taken(apps, part.stream().map(PlannedRow::app));
            operators(taken(operators, Stream.concat(part.stream().map(PlannedRow::operator),
                    named.stream().flatMap(app -> Stream.of(app.app.operator(), app.operator)))));
            apps(named);
            each(Finding.class, part, row -> row.difference() == Difference.ADDED ? null : row.finding(),
                    (row, finding) -> finding(row, finding, plan.notice(), retracting));
            written[0] += part.size();
            progress.accept(written[0]);
        });
        // Those that no row names any more
        inParts(operators.values(), this::operators);
        inParts(apps.values(), this::apps);
    }

    private static <T> List<T> taken(Map<String, T> all, Stream<String> ids) {
        return ids.map(all::remove).filter(Objects::nonNull).toList();
    }

    private void operators(Collection<PlannedOperator> some) {
        each(Operator.class, some, planned -> planned.isNew ? null : planned.operator.id(), this::operator);
    }

    private void apps(Collection<PlannedApp> some) {
        each(App.class, some, planned -> planned.app.isNew() ? null : planned.app.id(), this::app);
    }

    private <T> void inParts(Collection<T> all, Consumer<List<T>> write) {
        for (List<T> part : parts(all)) {
            write.accept(part);
            if (part.size() == CHUNK) {
                // What was touched is not touched again, but for apps whose standing follows from all of it.
                revisions.drain();
            }
        }
    }

    /**
     * @param id null for what is known not to be there yet
     * @param write is given the record, or null where there is none yet
     */
    private <T, R extends RegistryRecord> void each(Class<R> type, Collection<T> some, Function<T, String> id,
            BiConsumer<T, R> write) {
        Map<String, R> held = held(type, some.stream().map(id).filter(Objects::nonNull).toList());
        some.forEach(one -> write.accept(one, held.get(id.apply(one))));
    }

    private static <T> List<List<T>> parts(Collection<T> all) {
        List<T> whole = new ArrayList<>(all);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += CHUNK) {
            parts.add(whole.subList(from, Math.min(whole.size(), from + CHUNK)));
        }
        return parts;
    }

    private <R extends RegistryRecord> Map<String, R> held(Class<R> type, List<String> ids) {
        Map<String, R> held = new HashMap<>();
        if (ids.isEmpty()) {
            return held;
        }
        session.findMultiple(type, ids).stream().filter(Objects::nonNull)
                .forEach(record -> held.put(record.id, record));
        return held;
    }

    private void notice(Plan plan) {
        NoticeFacts facts = plan.notice();
        if (plan.isNew()) {
            Notice notice = NoticeRecord.of(facts);
            session.persist(notice);
        } else if (!plan.isHeld()) {
            Notice notice = session.find(Notice.class, facts.id());
            NoticeRecord.change(notice, facts);
        }
        session.flush();
    }

    private void operator(PlannedOperator planned, Operator held) {
        Operator operator = held;
        if (operator == null) {
            operator = new Operator();
            operator.id = planned.operator.id();
            operator.identity = planned.operator.identity();
            operator.name = planned.operator.name();
        }
        save(operator, held == null, planned.citations);
    }

    private void app(PlannedApp planned, App held) {
        App app = held;
        if (app == null) {
            app = new App();
            app.id = planned.app.id();
            app.identity = planned.app.identity();
            app.kind = planned.app.kind();
            app.name = planned.app.name();
            app.operator = planned.app.operator();
        }
        if (planned.operator != null) {
            app.operator = planned.operator;
        }
        app.identifier.addAll(planned.identifiers);
        if (!planned.isUnsettled) {
            planned.facts.forEach(app::consider);
        }
        save(app, held == null, planned.citations);
    }

    private void listing(PlannedListing planned, Listing held, String notice) {
        boolean isThere = held != null && held.standing == Standing.CURRENT;
        if (!isThere && planned.events.isEmpty()) {
            return;
        }
        Listing listing = Shelf.takeUp(held, planned.app, planned.store);
        planned.tell(listing, notice);
        planned.citations.forEach(citation -> listing.cite(citation.source(), citation.locator()));
        shelf.settle(listing);
    }

    private void finding(PlannedRow row, Finding held, NoticeFacts notice, String retracting) {
        if (row.difference() == Difference.REMOVED) {
            held.standing = Standing.RETRACTED;
            held.standingReason = retracting;
            return;
        }
        Finding finding = held;
        if (finding == null) {
            finding = new Finding();
            finding.id = row.finding();
            finding.notice = notice.id();
            finding.sequence = row.sequence();
        }
        FindingRecord.fill(finding, row, notice);
        finding.settle();
        save(finding, held == null, row.facts().citations());
    }

    private void save(RegistryRecord.Cited cited, boolean isNew, Collection<Citation> citations) {
        citations.forEach(citation -> cited.cite(citation.source(), citation.locator()));
        if (isNew) {
            session.persist(cited);
        }
    }
}
