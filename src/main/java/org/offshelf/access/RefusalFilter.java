package org.offshelf.access;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/** Sees every request that is turned away for who asks, wherever on its way that happens. */
@ApplicationScoped
class RefusalFilter {

    /** Before {@link SameOrigin} and all checks of credentials. */
    private static final int FIRST = 260;
    private static final Set<Integer> REFUSED = Set.of(401, 403, 429);

    private final Refusals refusals;

    RefusalFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    void filters(@Observes Filters filters) {
        filters.register(http -> {
            http.addEndHandler(done -> count(http));
            http.next();
        }, FIRST);
    }

    private void count(RoutingContext http) {
        int status = http.response().getStatusCode();
        if (REFUSED.contains(status) && !TrailFilter.isNoted(http)) {
            refusals.add(status, account(http), Addresses.of(http), http.request().method().name(),
                    TrailFilter.shortened(String.valueOf(http.request().path())));
        }
    }

    private static String account(RoutingContext http) {
        if (http.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()) {
            return user.getSecurityIdentity().getPrincipal().getName();
        }
        return Logins.attempted(http);
    }
}
