package org.offshelf.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.AppKind;
import org.offshelf.finding.Measure;
import org.offshelf.ledger.Citation;
import org.offshelf.notice.NoticeKind;

import io.quarkus.logging.Log;

/** Turns a notice of a data set and its rows into records, within the revision being written. */
@ApplicationScoped
class NoticeWriter {

    private final KnownReader reader;
    private final PlanWriter writer;

    NoticeWriter(KnownReader reader, PlanWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    void write(Entries.NoticeEntry entry, SourceKeys sources) {
        Map<String, List<String>> earlier = entry.follows() == null ? Map.of() : reader.findingsByApp(entry.follows());
        List<RowFacts> rows = Lists.of(entry.findings()).stream().map(row -> facts(entry, row, sources)).toList();
        Plan plan = new Planner(reader.read(), facts(entry, sources), Held.nothing(), earlier, false, true)
                .plan(rows, done -> {
                });
        plan.rows().forEach(NoticeWriter::warn);
        writer.write(plan, null, done -> {
        });
    }

    private static void warn(PlannedRow row) {
        if (row.outcome() == RowOutcome.REJECTED) {
            throw new IllegalStateException("Row " + row.number() + ": " + row.reason());
        }
        row.unclassified().forEach(phrase -> Log.warnf("%s: no category has the phrase `%s`", row.finding(), phrase));
        if (row.store() == null && row.facts().store() != null) {
            Log.warnf("%s: no store has the spelling `%s`", row.finding(), row.facts().store());
        }
    }

    private static NoticeFacts facts(Entries.NoticeEntry entry, SourceKeys sources) {
        Entries.Batch batch = entry.batch() == null ? new Entries.Batch(null, null, null) : entry.batch();
        return new NoticeFacts(entry.id(), new TreeSet<>(entry.regulators()), entry.kind(), entry.title(), batch.year(),
                batch.number(), batch.overall(), entry.published(), entry.publishedBasis(), entry.deadline(),
                entry.declaredCount(), Lists.of(entry.declaredParts()), entry.follows(), Lists.of(entry.legalBasis()),
                new TreeSet<>(Lists.of(entry.categories())), entry.summary(), sources.citations(entry.cites()));
    }

    private static RowFacts facts(Entries.NoticeEntry entry, Entries.FindingEntry row, SourceKeys sources) {
        String annex = row.annex() == null ? entry.annex() : row.annex();
        Set<String> categories = new TreeSet<>(Lists.of(row.categories()));
        List<Citation> citations = Lists.of(row.cites()).isEmpty()
                ? List.of(new Citation(sources.id(entry.cites().get(0).source()), locator(annex, row.row())))
                : sources.citations(row.cites());
        return new RowFacts(row.row(), row.app(), row.kind() == null ? AppKind.APP : row.kind(), row.developer(),
                row.version(), row.store(), row.problem(), row.filingNumber(), annex, measure(entry, row),
                row.reading() == null ? entry.reading() : row.reading(), null, null, citations,
                categories.isEmpty() ? RowDecision.NONE : RowDecision.categories(categories));
    }

    private static Measure measure(Entries.NoticeEntry entry, Entries.FindingEntry row) {
        if (row.measure() != null) {
            return row.measure();
        }
        if (entry.measure() != null) {
            return entry.measure();
        }
        return entry.kind() == NoticeKind.REMOVAL_ORDER ? Measure.REMOVE : Measure.RECTIFY;
    }

    private static String locator(String annex, Integer row) {
        List<String> parts = new ArrayList<>();
        if (annex != null) {
            parts.add(annex);
        }
        if (row != null) {
            parts.add("row " + row);
        }
        return String.join(", ", parts);
    }
}
