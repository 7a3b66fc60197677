package org.offshelf.query;

/**
 * What a search found a record by.
 *
 * @param field of the record, or of one it refers to: {@code app.aliases}
 * @param text as it stands there
 */
public record Match(String field, String text) {
}
