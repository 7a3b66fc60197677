package org.offshelf.load;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

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
    /** A question that is sent as a body, whose end may be long in coming. */
    LOOKUP(5),
    WRITE(5),
    /** Sends a document, or waits for what becomes of it. */
    IMPORT(5),
    /** Has no end that is near. */
    WHOLE(20);

    private static final Pattern QUALITY = Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.\\d*)?)");

    private final int cost;

    Kind(int cost) {
        this.cost = cost;
    }

    /** In requests for a record. */
    int cost() {
        return cost;
    }

    static Kind of(RoutingContext request) {
        String path = path(request);
        HttpMethod method = request.request().method();
        if (path.startsWith("/q/") || method == HttpMethod.OPTIONS) {
            return FREE;
        }
        if (isPassing(path)) {
            return PASSING;
        }
        if (path.startsWith("/v1/match") || path.startsWith("/v1/lookup")) {
            return LOOKUP;
        }
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return path.startsWith("/v1/imports") ? IMPORT : WRITE;
        }
        String query = query(request);
        if (isWhole(path, query) || isOfRows(request.request().headers().getAll(HttpHeaders.ACCEPT))) {
            return WHOLE;
        }
        return isCount(path, query) ? COUNT : READ;
    }

    /** As it is when an endpoint is looked for: with what needs no escape unescaped, and no slash at its end. */
    private static String path(RoutingContext request) {
        String path;
        try {
            path = request.normalizedPath();
        } catch (IllegalArgumentException e) {
            return ""; // It is refused.
        }
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String query(RoutingContext request) {
        String query = request.request().query();
        if (query == null) {
            return "";
        }
        try {
            return query.indexOf('%') < 0 ? query : URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return query; // It is refused.
        }
    }

    private static boolean isPassing(String path) {
        return path.equals("/v1/changes/stream") || path.startsWith("/v1/imports/") && path.endsWith("/events")
                || path.startsWith("/v1/snapshots/") && path.contains("/files/");
    }

    private static boolean isWhole(String path, String query) {
        return path.endsWith(".csv") || query.contains("format=csv") || query.contains("format=ndjson")
                || query.contains("format=xlsx");
    }

    /** Whether the answer may be anything else than JSON, which browsers and most clients get: they take it as anything. */
    private static boolean isOfRows(List<String> accept) {
        double json = -1;
        double anything = 0;
        for (String range : String.join(",", accept).toLowerCase(Locale.ROOT).split(",")) {
            String type = range.split(";", 2)[0].strip();
            switch (type) {
                case "application/json" -> json = quality(range);
                case "*/*" -> anything = quality(range);
                case "text/*", "application/*", "text/csv", "application/x-ndjson" -> {
                    return true;
                }
                default -> {
                    if (type.startsWith("application/vnd.openxml")) {
                        return true;
                    }
                }
            }
        }
        return json >= 0 && json < anything;
    }

    private static double quality(String range) {
        Matcher quality = QUALITY.matcher(range);
        return quality.find() ? Double.parseDouble(quality.group(1)) : 1;
    }

    private static boolean isCount(String path, String query) {
        return path.endsWith("/aggregate") || path.equals("/v1/search") || path.endsWith("/timeline")
                || query.contains("facet=");
    }
}
