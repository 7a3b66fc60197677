package org.offshelf.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.offshelf.finding.Measure;
import org.offshelf.ledger.Coded;

/** Tells what a document says otherwise than the registry holds it. What it does not say is no difference. */
final class Comparison {

    private final List<FieldChange> changes = new ArrayList<>();

    private Comparison() {
    }

    static List<FieldChange> of(HeldFinding held, RowFacts row, NoticeFacts notice) {
        Comparison comparison = new Comparison();
        comparison.value("printedRow", held.printedRow(), row.printedRow());
        comparison.text("annex", held.annex(), row.annex());
        comparison.text("appName", held.appName(), row.app());
        comparison.text("developer", held.developer(), row.developer());
        comparison.text("version", held.version(), row.version());
        comparison.text("storeName", held.storeName(), row.store());
        comparison.problem(held.problem(), row.problem());
        comparison.text("filingNumber", held.filingNumber(), row.filingNumber());
        comparison.value("measure", code(held.measure()), code(row.measure()));
        comparison.value("published", held.published(), notice.published());
        comparison.value("deadline", held.deadline(), deadline(row, notice));
        return List.copyOf(comparison.changes);
    }

    /** What the held notice has; its title stays as it is, for it is printed in many ways. */
    static List<FieldChange> of(NoticeFacts held, NoticeFacts read) {
        Comparison comparison = new Comparison();
        comparison.value("batchYear", held.batchYear(), read.batchYear());
        comparison.value("batchNumber", held.batchNumber(), read.batchNumber());
        comparison.value("overallNumber", held.overallNumber(), read.overallNumber());
        comparison.value("published", held.published(), read.published());
        comparison.value("deadline", held.deadline(), read.deadline());
        comparison.value("declaredCount", held.declaredCount(), read.declaredCount());
        comparison.value("follows", held.follows(), read.follows());
        return List.copyOf(comparison.changes);
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
