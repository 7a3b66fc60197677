package org.offshelf.http;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.runtime.HttpCompressionHandler;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Puts the last touch to the headers of every answer, when all else about it is known. */
@ApplicationScoped
class ResponseHeaders implements Handler<RoutingContext> {

    /** Format and coding are negotiated; Origin, because CORS headers appear only for requests that name one. */
    private static final List<String> VARY = List.of("Accept", "Accept-Encoding", "Origin");
    private static final int PARTIAL_CONTENT = 206;
    private static final int NOT_MODIFIED = 304;

    private final Set<String> compressible;

    ResponseHeaders(@ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> compressible) {
        this.compressible = compressible;
    }

    @Override
    public void handle(RoutingContext context) {
        CodedEtags.strip(context);
        context.addHeadersEndHandler(nothing -> {
            vary(context);
            compress(context);
            CodedEtags.mark(context);
        });
        context.next();
    }

    /**
     * The server marks every answer as not to be compressed, with a header that has no place on the wire. The REST layer
     * takes the mark off what it may compress, but forgets problems, and is not asked about the OpenAPI document.
     */
    private void compress(RoutingContext context) {
        var response = context.response();
        var isGzip = AcceptedCoding.isGzip(context.request());
        if (isGzip && response.getStatusCode() == PARTIAL_CONTENT) {
            // Its bytes are counted, so the mark stays: without it the server would compress them.
            return;
        }
        if (isGzip && response.getStatusCode() != NOT_MODIFIED) {
            HttpCompressionHandler.compressIfNeeded(context, compressible);
            if (context.request().method() == HttpMethod.HEAD && !isPlain(response)) {
                // The server compresses no answer to HEAD, which has the fields of GET nevertheless.
                response.headers().set(HttpHeaders.CONTENT_ENCODING, "gzip").remove(HttpHeaders.CONTENT_LENGTH);
            }
        } else if (isPlain(response)) {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private static boolean isPlain(HttpServerResponse response) {
        return response.headers().contains(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY, true);
    }

    private static void vary(RoutingContext context) {
        var headers = context.response().headers();
        var fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        fields.addAll(VARY);
        headers.getAll(HttpHeaders.VARY).forEach(value -> fields.addAll(Arrays.asList(value.split("\\s*,\\s*"))));
        headers.set(HttpHeaders.VARY, String.join(", ", fields));
    }
}
