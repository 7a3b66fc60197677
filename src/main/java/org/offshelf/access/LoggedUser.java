package org.offshelf.access;

import jakarta.enterprise.event.Observes;

import org.jboss.logging.MDC;

import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;

/** Names who asks in every line that is logged about the request; the name only. */
class LoggedUser {

    void known(@Observes AuthenticationSuccessEvent event) {
        MDC.put("user", event.getSecurityIdentity().getPrincipal().getName());
    }
}
