package org.offshelf.load;

import java.util.Locale;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** What a request takes, as far as it can be told before it is looked at. */
enum Kind {
    /** What one looks at when all else is slow. */
    FREE(0),
    /** Keeps no thread: event streams have a limit of their own, files are sent by the system. */
    PASSING(1),
    /** A record, or a page of a list. */
    READ(1),
    /** Looks at many records to answer with few. */
    COUNT(5),
    WRITE(5),
    /** Has no end that is near. */
    WHOLE(20);

    private final int cost;

    Kind(int cost) {
        this.cost = cost;
    }

    /** In requests for a record. */
    int cost() {
        return cost;
    }

    static Kind of(HttpServerRequest request) {
        String path = request.path();
        if (path == null || path.startsWith("/q/") || request.method() == HttpMethod.OPTIONS) {
            return FREE;
        }
        if (isPassing(path)) {
            return PASSING;
        }
        if (path.startsWith("/v1/match") || path.startsWith("/v1/lookup")) {
            return COUNT;
        }
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
            return WRITE;
        }
        if (isWhole(path, request.query(), request.headers().get(HttpHeaders.ACCEPT))) {
            return WHOLE;
        }
        return isCount(path, request.query()) ? COUNT : READ;
    }

    private static boolean isPassing(String path) {
        return path.equals("/v1/changes/stream") || path.startsWith("/v1/imports/") && path.endsWith("/events")
                || path.startsWith("/v1/snapshots/") && path.contains("/files/");
    }

    private static boolean isWhole(String path, String query, String accept) {
        return path.endsWith(".csv")
                || query != null && query.contains("format=") && (query.contains("format=csv")
                        || query.contains("format=ndjson") || query.contains("format=xlsx"))
                || accept != null && isOfRows(accept.toLowerCase(Locale.ROOT));
    }

    /** Browsers and most clients take anything, and get JSON. */
    private static boolean isOfRows(String accept) {
        return accept.startsWith("text/csv") || accept.startsWith("application/x-ndjson")
                || accept.startsWith("application/vnd.openxml");
    }

    private static boolean isCount(String path, String query) {
        return path.endsWith("/aggregate") || path.equals("/v1/search") || path.endsWith("/timeline")
                || query != null && query.contains("facet=");
    }
}
