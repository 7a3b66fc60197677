package org.offshelf.load;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

import io.vertx.ext.web.RoutingContext;

/** Tells each turn for how long its request is worked on, which can be longer than its client is there. */
class WorkFilter {

    /** @return null for who goes on; else what nobody reads */
    @ServerRequestFilter(preMatching = true)
    Response begin(RoutingContext request) {
        Turn turn = Turn.of(request);
        if (turn != null) {
            if (!turn.workBegins()) {
                return Response.noContent().build();
            }
            CurrentRequestManager.get().registerCompletionCallback(failure -> turn.workEnds());
        }
        return null;
    }
}
