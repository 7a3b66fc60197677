package org.offshelf.importing.intake;

import java.util.List;
import java.util.Map;

import org.offshelf.importing.Held;
import org.offshelf.importing.Known;
import org.offshelf.importing.NoticeFacts;
import org.offshelf.importing.RowFacts;

/**
 * A document as it stands to the registry at one moment: all that a plan follows from.
 *
 * @param earlier the findings of the notice it follows, by app
 * @param missing what must be known before it can be applied
 * @param recognisedBy how the notice that is held was recognised; null where none is
 * @param sameAs the notice that this very document has become; null if it has become none
 */
record Situation(Known known, NoticeFacts notice, List<RowFacts> rows, Held held, Map<String, List<String>> earlier,
        SourceDraft source, List<String> missing, String recognisedBy, String sameAs,
        List<ImportReport.Warning> warnings) {
}
