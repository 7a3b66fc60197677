package org.offshelf.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.offshelf.finding.Measure;
import org.offshelf.ledger.Coded;

/** Tells what a document says otherwise than the registry holds it. What it does not say is no difference. */
final class Deviations {

    private final List<FieldChange> changes = new ArrayList<>();

    private Deviations() {
    }

    static List<FieldChange> of(HeldFinding held, RowFacts row, NoticeFacts notice) {
        Deviations deviations = new Deviations();
        deviations.value("printedRow", held.printedRow(), row.printedRow());
        deviations.text("annex", held.annex(), row.annex());
        deviations.text("appName", held.appName(), row.app());
        deviations.text("developer", held.developer(), row.developer());
        deviations.text("version", held.version(), row.version());
        deviations.text("storeName", held.storeName(), row.store());
        deviations.problem(held.problem(), row.problem());
        deviations.text("filingNumber", held.filingNumber(), row.filingNumber());
        deviations.value("measure", code(held.measure()), code(row.measure()));
        deviations.value("published", held.published(), notice.published());
        deviations.value("deadline", held.deadline(), deadline(row, notice));
        return List.copyOf(deviations.changes);
    }

    /** What the held notice has; its title stays as it is, for it is printed in many ways. */
    static List<FieldChange> of(NoticeFacts held, NoticeFacts read) {
        Deviations deviations = new Deviations();
        deviations.value("batchYear", held.batchYear(), read.batchYear());
        deviations.value("batchNumber", held.batchNumber(), read.batchNumber());
        deviations.value("overallNumber", held.overallNumber(), read.overallNumber());
        deviations.value("published", held.published(), read.published());
        deviations.value("deadline", held.deadline(), read.deadline());
        deviations.value("declaredCount", held.declaredCount(), read.declaredCount());
        deviations.value("follows", held.follows(), read.follows());
        return List.copyOf(deviations.changes);
    }

    static LocalDate deadline(RowFacts row, NoticeFacts notice) {
        return row.measure() == Measure.RECTIFY ? notice.deadline() : null;
    }

    private static String code(Coded value) {
        return value == null ? null : value.code();
    }

    private void value(String field, Object held, Object printed) {
        if (printed != null && !Objects.equals(held, printed)) {
            changes.add(new FieldChange(field, held == null ? null : held.toString(), printed.toString()));
        }
    }

    private void text(String field, String held, String printed) {
        if (printed != null && (held == null || !Names.normalise(held).equals(Names.normalise(printed)))) {
            changes.add(new FieldChange(field, held, printed));
        }
    }

    /** The same phrases, however they are set apart. */
    private void problem(String held, String printed) {
        if (printed != null && (held == null || !phrases(held).equals(phrases(printed)))) {
            changes.add(new FieldChange("problem", held, printed));
        }
    }

    private static List<String> phrases(String problem) {
        return Arrays.stream(problem.split("[\\n、；;/]+")).map(Names::normalise).filter(phrase -> !phrase.isEmpty()).toList();
    }
}
