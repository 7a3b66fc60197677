package org.offshelf.http;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Puts the last touch to the headers of every answer, when all else about it is known. */
final class ResponseHeaders implements Handler<RoutingContext> {

    /** Format and coding are negotiated; Origin, because CORS headers appear only for requests that name one. */
    private static final List<String> VARY = List.of("Accept", "Accept-Encoding", "Origin");

    @Override
    public void handle(RoutingContext context) {
        CodedEtags.strip(context);
        context.addHeadersEndHandler(nothing -> {
            vary(context);
            dropIdentity(context);
            CodedEtags.mark(context);
        });
        context.next();
    }

    /** Set by the server to keep an answer from being compressed, which a HEAD never is; it has no place on the wire. */
    private static void dropIdentity(RoutingContext context) {
        if (context.request().method() == HttpMethod.HEAD) {
            context.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private static void vary(RoutingContext context) {
        var headers = context.response().headers();
        var fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        fields.addAll(VARY);
        headers.getAll(HttpHeaders.VARY).forEach(value -> fields.addAll(Arrays.asList(value.split("\\s*,\\s*"))));
        headers.set(HttpHeaders.VARY, String.join(", ", fields));
    }
}
