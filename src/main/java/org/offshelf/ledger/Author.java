package org.offshelf.ledger;

/**
 * Who makes a revision, and why.
 *
 * @param actor the account, or the part of the registry that writes by itself
 * @param role in which the actor writes; who an actor is stays in the audit trail, the role is for everyone to see
 * @param reason may be null when the cause says enough
 * @param audit the line of the audit trail about the request behind it; null for what the registry does by itself
 */
public record Author(String actor, String role, Cause cause, String reason, Long audit) {

    /** The role of what the registry does by itself. */
    public static final String SYSTEM = "system";

    public Author(String actor, String role, Cause cause, String reason) {
        this(actor, role, cause, reason, null);
    }
}
