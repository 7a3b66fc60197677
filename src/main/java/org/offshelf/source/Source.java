package org.offshelf.source;

import java.time.LocalDate;

import jakarta.persistence.Entity;

import org.offshelf.ledger.RegistryRecord;

/** A document behind facts: a notice, a report, a law. */
@Entity
public class Source extends RegistryRecord {

    public SourceKind kind;

    public String title;

    public String publisher;

    public String url;

    public LocalDate published;

    public LocalDate retrieved;

    /** SHA-256 of the archived copy, lower-case hex. */
    public String sha256;

    public String language;

    /**
     * What makes it the same document wherever it is cited: its address, or else who published what and when.
     *
     * @param url null if it has none
     */
    public static String identity(String url, String publisher, String title, LocalDate published) {
        return url != null ? url : String.join("|", String.valueOf(publisher), title, String.valueOf(published));
    }
}
