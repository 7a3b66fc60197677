package org.offshelf.importing.reading;

import org.offshelf.app.AppKind;
import org.offshelf.finding.Measure;

/**
 * One app that a notice names, as printed. What it does not say is null.
 *
 * @param number printed before the row
 * @param problem the phrases, one on each line where they are printed so
 * @param annex the list it stands in
 * @param measure what the list it stands in demands
 * @param place where it stands, in words such as {@code table 2, row 7}
 */
public record ReadRow(Integer number, String app, AppKind kind, String developer, String store, String version, String problem,
        String filingNumber, String region, String annex, Measure measure, String place) {
}
