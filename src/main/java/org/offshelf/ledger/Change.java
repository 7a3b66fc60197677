package org.offshelf.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One line of the ledger. {@code fields} maps each field that moved to {@code {"old": …, "new": …}}. */
record Change(int seq, String type, String id, Op op, ObjectNode fields) {
}
