package org.offshelf.load;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

import io.vertx.ext.web.RoutingContext;

/** Tells each turn for how long its request is worked on, which can be longer than its client is there. */
class WorkFilter {

    @ServerRequestFilter(preMatching = true)
    void begin(RoutingContext request) {
        Turn turn = Turn.of(request);
        if (turn != null) {
            turn.workBegins();
            CurrentRequestManager.get().registerCompletionCallback(failure -> turn.workEnds());
        }
    }
}
