package org.offshelf.importing;

import java.util.List;

import org.offshelf.app.AppKind;
import org.offshelf.finding.Measure;
import org.offshelf.finding.ReadingMethod;
import org.offshelf.ledger.Citation;

/**
 * One row of a notice, as printed.
 *
 * @param printedRow the number printed in it
 * @param region of the developer, as printed
 * @param place where it stands in the document, in words
 */
public record RowFacts(Integer printedRow, String app, AppKind kind, String developer, String version, String store,
        String problem, String filingNumber, String annex, Measure measure, ReadingMethod reading, String region, String place,
        List<Citation> citations, RowDecision decision) {
}
