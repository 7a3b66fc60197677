package org.offshelf.http;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jboss.logging.MDC;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Names each request, by the caller's own id if it sent a usable one, in the answer and in every log line about it. */
public final class RequestId implements Handler<RoutingContext> {

    static final String HEADER = "X-Request-Id";
    static final String MDC_KEY = "requestId";

    /** What may be put into a log and a header without thought. */
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public void handle(RoutingContext context) {
        context.response().putHeader(HEADER, of(context));
        context.next();
    }

    /** The id of this request; a failure can come before the handler ran, so whoever asks first sets it. */
    public static String of(RoutingContext context) {
        String known = context.get(MDC_KEY);
        if (known != null) {
            return known;
        }
        var given = context.request().getHeader(HEADER);
        var id = given != null && USABLE.matcher(given).matches() ? given : UUID.randomUUID().toString();
        context.put(MDC_KEY, id);
        MDC.put(MDC_KEY, id);
        return id;
    }

    static String urn(RoutingContext context) {
        return "urn:request:" + of(context);
    }
}
