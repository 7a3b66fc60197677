package org.offshelf.importing;

import org.offshelf.finding.Finding;

/** A row as a record. */
final class FindingRecord {

    private FindingRecord() {
    }

    /** What the row does not say stays as it is held. */
    static void fill(Finding finding, PlannedRow row, NoticeFacts notice) {
        RowFacts facts = row.facts();
        finding.published = notice.published();
        finding.measure = facts.measure();
        finding.deadline = Deviations.deadline(facts, notice);
        finding.printedRow = or(facts.printedRow(), finding.printedRow);
        finding.annex = or(facts.annex(), finding.annex);
        finding.appName = facts.app();
        finding.developer = or(facts.developer(), finding.developer);
        finding.version = or(facts.version(), finding.version);
        finding.storeName = or(facts.store(), finding.storeName);
        finding.problem = or(facts.problem(), finding.problem);
        finding.filingNumber = or(facts.filingNumber(), finding.filingNumber);
        finding.reading = facts.reading();
        finding.app = row.app();
        finding.operator = row.operator();
        finding.store = row.store();
        if (row.categoryBasis() != null) {
            finding.category.retainAll(row.categories());
            finding.category.addAll(row.categories());
            finding.categoryBasis = row.categoryBasis();
        }
    }

    private static <T> T or(T printed, T held) {
        return printed == null ? held : printed;
    }
}
