package org.offshelf.access;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Names the account behind the request as the author of a revision. */
@ApplicationScoped
public class Authors {

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    Authors(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /**
     * For use while a request to write is answered; what is done later, for somebody who has gone, takes the author along.
     *
     * @param reason may be null when the cause says enough
     */
    public Author curator(Cause cause, String reason) {
        return author(Roles.CURATOR, cause, reason);
    }

    /** The same of whoever has an account; a curator stays one. */
    public Author account(Cause cause, String reason) {
        return author(identity.hasRole(Roles.CURATOR) ? Roles.CURATOR : Roles.CONTRIBUTOR, cause, reason);
    }

    private Author author(String role, Cause cause, String reason) {
        return new Author(identity.getPrincipal().getName(), role, cause, reason, TrailFilter.line(request.getCurrent()));
    }
}
