package org.offshelf.importing.intake;

import java.time.LocalDate;
import java.util.List;

import org.offshelf.importing.reading.Hints;
import org.offshelf.notice.NoticeKind;
import org.offshelf.source.SourceKind;

/**
 * What the curator knows about a document; it goes before what the document says. Anything may be null.
 *
 * @param notice id of the notice that is held, of which the document is a version
 * @param follows id of the notice that this one enforces
 * @param sourceUrl where the document was published; it is noted, never fetched
 * @param publisher of the document, where that is not the regulator
 * @param partial whether the document is an excerpt, so that what it lacks is not taken back
 */
record ImportHints(List<String> regulator, NoticeKind kind, String title, LocalDate published, LocalDate deadline,
        Integer batchYear, Integer batchNumber, Integer overallNumber, Integer declaredCount, String notice, String follows,
        String sourceUrl, SourceKind sourceKind, String publisher, boolean partial) {

    Hints forReading() {
        return new Hints(regulator.isEmpty() ? null : regulator.get(0), kind, title, published, deadline, sourceUrl);
    }
}
