package org.offshelf.importing.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.offshelf.importing.Classifier;
import org.offshelf.importing.Difference;
import org.offshelf.importing.NoticeFacts;
import org.offshelf.importing.Plan;
import org.offshelf.importing.PlannedRow;
import org.offshelf.importing.RowOutcome;
import org.offshelf.importing.intake.ImportReport.Annex;
import org.offshelf.importing.intake.ImportReport.Change;
import org.offshelf.importing.intake.ImportReport.Changes;
import org.offshelf.importing.intake.ImportReport.Warning;
import org.offshelf.importing.reading.Document;
import org.offshelf.importing.reading.ReadNotice;
import org.offshelf.ledger.Coded;

/** Tells what a plan is. */
final class Reports {

    private static final int MOST_WARNINGS = 500;
    private static final int MOST_SUGGESTIONS = 100;

    private Reports() {
    }

    static ImportReport of(Situation situation, Plan plan, ReadNotice read, Document document, Upload upload) {
        List<Warning> warnings = warnings(situation, plan, read);
        return new ImportReport(
                new ImportReport.Document(code(document.format()), upload.fileName(), upload.mediaType(), upload.size(),
                        upload.sha256()),
                notice(situation, plan, read), situation.missing(), outcomes(plan, read),
                plan.isNew() ? null : differences(plan), changes(plan, situation),
                warnings.subList(0, Math.min(warnings.size(), MOST_WARNINGS)), warnings.size());
    }

    private static ImportReport.Notice notice(Situation situation, Plan plan, ReadNotice read) {
        NoticeFacts notice = plan.notice();
        List<Annex> annexes = read.lists().stream().map(list -> new Annex(list.annex(), list.owner(), code(list.measure()),
                list.declaredCount(), list.rows(), list.place())).toList();
        return new ImportReport.Notice(notice.id(), plan.isNew(), situation.held().revision(),
                situation.recognisedBy(), List.copyOf(notice.regulators()),
                code(notice.kind()), notice.title(), notice.batchYear(), notice.batchNumber(), notice.overallNumber(),
                notice.published(), notice.deadline(), notice.declaredCount(), read.rows().size(), notice.follows(),
                notice.follows() == null && read.follows() != null ? printed(read.follows()) : null, annexes,
                plan.noticeChanges().stream().map(change -> new Change(change.field(), change.held(), change.printed()))
                        .toList());
    }

    private static String printed(ReadNotice.Followed followed) {
        List<String> parts = new ArrayList<>();
        if (followed.title() != null) {
            parts.add(followed.title());
        }
        if (followed.batch() != null) {
            parts.add("batch " + (followed.batch().year() == null ? "" : followed.batch().year() + "-")
                    + followed.batch().number());
        }
        if (followed.published() != null) {
            parts.add(followed.published().toString());
        }
        return String.join(", ", parts);
    }

    private static Map<String, Integer> outcomes(Plan plan, ReadNotice read) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RowOutcome outcome : RowOutcome.values()) {
            counts.put(outcome.code(), (int) plan.rows().stream()
                    .filter(row -> row.outcome() == outcome && row.difference() != Difference.REMOVED).count());
        }
        counts.merge(RowOutcome.REJECTED.code(), read.rejected().size(), Integer::sum);
        return counts;
    }

    private static Map<String, Integer> differences(Plan plan) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Difference difference : Difference.values()) {
            counts.put(difference.code(), (int) plan.count(difference));
        }
        return counts;
    }

    private static Changes changes(Plan plan, Situation situation) {
        boolean isHeld = plan.isHeld() || situation.sameAs() != null;
        Map<String, Integer> created = new LinkedHashMap<>();
        Map<String, Integer> updated = new LinkedHashMap<>();
        created.put("notices", plan.isNew() ? 1 : 0);
        created.put("findings", isHeld ? 0 : (int) plan.count(Difference.ADDED));
        created.put("apps", isHeld ? 0 : plan.newApps());
        created.put("operators", isHeld ? 0 : plan.newOperators());
        updated.put("notices", isHeld || plan.isNew() ? 0 : 1);
        updated.put("findings", isHeld ? 0 : (int) plan.count(Difference.CHANGED) + plan.escalated().size());
        updated.put("apps", isHeld ? 0 : plan.touchedApps());
        updated.put("operators", isHeld ? 0 : plan.touchedOperators());
        return new Changes(created, updated, isHeld ? 0 : (int) plan.count(Difference.REMOVED),
                isHeld ? List.of() : List.copyOf(plan.escalated().keySet()));
    }

    private static List<Warning> warnings(Situation situation, Plan plan, ReadNotice read) {
        List<Warning> warnings = new ArrayList<>();
        read.warnings().forEach(warning -> warnings
                .add(new Warning(code(warning.kind()), warning.place(), warning.message(), null)));
        warnings.addAll(situation.warnings());
        if (situation.notice().regulators().isEmpty()) {
            warnings.add(new Warning("unknown-regulator", "document",
                    "The document does not say clearly who published it; say so with `regulator`.", null));
        }
        warnings.addAll(phrases(plan, situation.known().classifier()));
        warnings.addAll(stores(plan));
        return warnings;
    }

    private static List<Warning> phrases(Plan plan, Classifier classifier) {
        Map<String, Seen> unknown = new LinkedHashMap<>();
        for (PlannedRow row : plan.rows()) {
            row.unclassified().forEach(phrase -> unknown.computeIfAbsent(phrase, any -> new Seen(row)).rows++);
        }
        List<Warning> warnings = new ArrayList<>();
        unknown.forEach((phrase, seen) -> warnings.add(new Warning("unknown-phrase", seen.first.facts().place(),
                "No category has the phrase “" + phrase + "”; it counts as unclassified." + (warnings.size() < MOST_SUGGESTIONS
                        ? classifier.nearest(phrase).map(near -> " The nearest that is known is “" + near + "”.").orElse("")
                        : ""),
                seen.rows)));
        return warnings;
    }

    private static List<Warning> stores(Plan plan) {
        Map<String, Seen> unknown = new LinkedHashMap<>();
        for (PlannedRow row : plan.rows()) {
            boolean isUnknown = row.facts().store() != null && row.store() == null && row.difference() != null
                    && row.facts().store().codePoints().anyMatch(Character::isLetterOrDigit);
            if (isUnknown) {
                unknown.computeIfAbsent(row.facts().store(), any -> new Seen(row)).rows++;
            }
        }
        return unknown.entrySet().stream().map(entry -> new Warning("unknown-store", entry.getValue().first.facts().place(),
                "No store has the spelling “" + entry.getKey() + "”; it is kept as printed.", entry.getValue().rows)).toList();
    }

    private static String code(Enum<?> value) {
        return value == null ? null
                : value instanceof Coded coded ? coded.code() : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class Seen {
        private final PlannedRow first;
        private int rows;

        private Seen(PlannedRow first) {
            this.first = first;
        }
    }
}
