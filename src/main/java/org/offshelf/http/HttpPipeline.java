package org.offshelf.http;

import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;

/** Puts the handlers of this package in front of everything that is served. */
@ApplicationScoped
class HttpPipeline {

    /** Right behind the fixed headers from the configuration. */
    private static final int FIRST = Integer.MAX_VALUE - 10;
    /** Behind the check of Content-Length, which sets the limit for bodies that have none. */
    private static final int BEHIND_BODY_LIMIT = 1;

    private final ResponseHeaders responseHeaders;
    private final RequestLog log;
    private final RequestGuard guard;
    private final RequestLimits limits;
    private final Failures failures;

    HttpPipeline(ResponseHeaders responseHeaders, RequestLog log, RequestGuard guard, RequestLimits limits, Failures failures) {
        this.responseHeaders = responseHeaders;
        this.log = log;
        this.guard = guard;
        this.limits = limits;
        this.failures = failures;
    }

    void filters(@Observes Filters filters) {
        filters.register(new RequestId(), FIRST);
        filters.register(responseHeaders, FIRST - 1);
        filters.register(log, FIRST - 2);
        filters.register(guard, FIRST - 3);
        filters.register(context -> {
            // Past its limit the server ends the response without a word, so ours must come first.
            context.put("io.quarkus.max-request-size", 2 * limits.longestBody());
            context.next();
        }, BEHIND_BODY_LIMIT);
    }

    void routes(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(failures);
        // Failures in the routing itself reach no route, only these.
        IntStream.range(400, 600).forEach(status -> router.errorHandler(status, context -> failures.handle(context, status)));
    }
}
