package org.offshelf.http;

import java.time.Duration;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** One line about each request that failed on our side or took long; all others are counted only. */
@Singleton
class RequestLog implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger("org.offshelf.requests");
    private static final String SEEN = RequestLog.class.getName();
    private static final int FAILED = 500;
    private static final int LONGEST_TARGET = 500;

    private final long slow;

    RequestLog(@ConfigProperty(name = "offshelf.http.slow") Duration slow) {
        this.slow = slow.toNanos();
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.get(SEEN) != null) {
            context.next(); // A request whose target is not encoded comes here again when it is.
            return;
        }
        context.put(SEEN, true);
        long begun = System.nanoTime();
        context.addEndHandler(end -> {
            long took = System.nanoTime() - begun;
            int status = context.response().getStatusCode();
            if (took >= slow && !isStream(context) || status >= FAILED) {
                tell(context, end.succeeded() ? "answered " + status : "broke off", Duration.ofNanos(took).toMillis());
            }
        });
        context.next();
    }

    /** These last for as long as somebody listens. */
    private static boolean isStream(RoutingContext context) {
        String type = context.response().headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    private static void tell(RoutingContext context, String how, long millis) {
        MDC.put(RequestId.MDC_KEY, RequestId.of(context)); // the end may come on another context than the request
        LOG.infof("%s %s %s after %d ms", context.request().method(), shortened(context.request().uri()), how, millis);
    }

    private static String shortened(String target) {
        return target.length() <= LONGEST_TARGET ? target : target.substring(0, LONGEST_TARGET) + "…";
    }
}
