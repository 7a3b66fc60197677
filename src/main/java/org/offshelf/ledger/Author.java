package org.offshelf.ledger;

/** Who makes a revision, and why. {@code reason} may be null when the cause says enough. */
public record Author(String actor, Cause cause, String reason) {
}
