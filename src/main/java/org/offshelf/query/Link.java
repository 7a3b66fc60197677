package org.offshelf.query;

/**
 * The table that holds the values of a field with several.
 *
 * @param owner its column with the id of the row the values belong to
 * @param value its column with the values
 * @param detail a further column shown when the field is included, such as a citation's locator; may be null
 * @param isOnce whether a row has each of its values once: then nothing needs to be kept from being counted twice
 */
record Link(String table, String owner, String value, String detail, boolean isOnce) {
}
