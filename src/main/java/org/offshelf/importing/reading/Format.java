package org.offshelf.importing.reading;

/** What a document turned out to be, whatever it was called. */
public enum Format {
    HTML,
    MARKDOWN,
    TEXT,
    CSV,
    XLSX,
    DOCX,
    PDF
}
