package org.offshelf.importing.reading;

/** What stands where a row should be, and is none. */
public record RejectedRow(String place, String text, String reason) {
}
