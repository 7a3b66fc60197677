package org.offshelf.importing;

import java.time.LocalDate;

import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Measure;

/** A finding as the registry holds it, as far as a document can say otherwise. */
record HeldFinding(String id, int sequence, Integer printedRow, String annex, String appName, String developer, String version,
        String storeName, String problem, String filingNumber, Measure measure, LocalDate published, LocalDate deadline,
        String app, String operator, String store, CategoryBasis categoryBasis) {
}
