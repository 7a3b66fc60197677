package org.offshelf.http;

import static org.offshelf.http.ProblemType.HEADERS_TOO_LARGE;
import static org.offshelf.http.ProblemType.URI_TOO_LONG;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Turns away what no endpoint could read, before the layers that would each answer it in their own way. */
@ApplicationScoped
class RequestGuard implements Handler<RoutingContext> {

    private final RequestLimits limits;
    private final ProblemAnswer answer;

    RequestGuard(RequestLimits limits, ProblemAnswer answer) {
        this.limits = limits;
        this.answer = answer;
    }

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        var target = new RequestTarget(request.uri());
        if (limits.uriTooLong(request)) {
            refuse(context, Problem.of(URI_TOO_LONG, "At most " + RequestLimits.URI_LENGTH
                    + " characters are read. Send many ids or names in the body of a POST to /v1/lookup or /v1/match."));
        } else if (limits.headersTooLong(request)) {
            refuse(context, Problem.of(HEADERS_TOO_LARGE, "The header fields may hold at most "
                    + RequestLimits.HEADERS_LENGTH + " characters together."));
        } else if (limits.bodyTooLong(request)) {
            refuse(context, Bodies.tooLarge(limits.bodyLength(request)));
        } else if (!target.decodes()) {
            answer.send(context, new ProblemException(Undecodable.describe(request.query())));
        } else if (!target.isEncoded() && request.uri().startsWith("/")) {
            // People type 抖音 and | into curl and browsers, which send them as they are.
            context.reroute(target.encoded());
        } else {
            context.next();
        }
    }

    /** The rest of such a request is not worth reading, so its connection goes too. */
    private void refuse(RoutingContext context, Problem problem) {
        answer.send(context, new ProblemException(problem).withHeader("Connection", "close"));
    }
}
