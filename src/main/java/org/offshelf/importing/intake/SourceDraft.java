package org.offshelf.importing.intake;

import java.time.LocalDate;

import org.offshelf.source.SourceKind;

/** The document as a source of records. */
record SourceDraft(String id, SourceKind kind, String title, String publisher, String url, LocalDate published,
        String sha256) {
}
