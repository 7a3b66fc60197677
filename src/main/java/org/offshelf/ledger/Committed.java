package org.offshelf.ledger;

/** What a write gave back, and the revision after it: the new one, or the one before when nothing changed. */
public record Committed<T>(T result, long revision) {
}
