package org.offshelf.importing;

/** @param held null when nothing was known */
public record FieldChange(String field, String held, String printed) {
}
