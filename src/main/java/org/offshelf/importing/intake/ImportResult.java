package org.offshelf.importing.intake;

import org.offshelf.http.Problem;

/** How an import ended; what is null stays as it was. */
record ImportResult(ImportReport report, Problem problem, String notice, Long revision) {

    static ImportResult of(ImportReport report, String notice) {
        return new ImportResult(report, null, notice, null);
    }

    static ImportResult of(Problem problem) {
        return new ImportResult(null, problem, null, null);
    }
}
