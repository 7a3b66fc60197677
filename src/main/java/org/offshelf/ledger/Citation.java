package org.offshelf.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The document behind a record, and where in it.
 *
 * @param source id of the source
 * @param locator such as {@code annex 2, row 37}; empty for the document as a whole
 */
@Embeddable
public record Citation(@Column(name = "source_id", nullable = false) String source,
        @Column(name = "locator", nullable = false) String locator) {

    public Citation {
        locator = locator == null ? "" : locator;
    }
}
