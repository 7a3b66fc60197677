package org.offshelf.ledger;

/** One line of the ledger. {@code fields} is JSON that maps each field that moved to {@code {"old": …, "new": …}}. */
record Change(int seq, String type, String id, Op op, String fields) {
}
