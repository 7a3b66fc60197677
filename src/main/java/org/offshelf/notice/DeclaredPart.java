package org.offshelf.notice;

/**
 * A part of the number of apps a notice states.
 *
 * @param by whose part it is
 * @param count number of apps
 */
public record DeclaredPart(String by, int count, String note) {
}
