package org.offshelf.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jboss.logging.MDC;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Names each request, by the caller's own id if it sent a usable one, in the answer and in every log line about it. */
public final class RequestId implements Handler<RoutingContext> {

    public static final String HEADER = "X-Request-Id";
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
        var id = choose(context.request());
        context.put(MDC_KEY, id);
        MDC.put(MDC_KEY, id);
        return id;
    }

    /** For a request that nothing else will be said about; others have theirs from {@link #of}. */
    public static String choose(HttpServerRequest request) {
        var given = request.getHeader(HEADER);
        return given != null && USABLE.matcher(given).matches() ? given : next();
    }

    /** A random UUID. It has to be told from others, not to be hard to guess, which would take each request longer. */
    private static String next() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(0xC0L << 56) | 0x80L << 56).toString();
    }

    static String urn(RoutingContext context) {
        return "urn:request:" + of(context);
    }
}
