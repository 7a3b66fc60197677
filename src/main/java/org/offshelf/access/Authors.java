package org.offshelf.access;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;

import io.quarkus.security.identity.SecurityIdentity;

/** Names the account behind the request as the author of a revision. */
@ApplicationScoped
public class Authors {

    private final SecurityIdentity identity;

    Authors(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @param reason may be null when the cause says enough */
    public Author curator(Cause cause, String reason) {
        return new Author(identity.getPrincipal().getName(), Roles.CURATOR, cause, reason);
    }
}
