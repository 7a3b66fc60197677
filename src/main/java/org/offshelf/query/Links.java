package org.offshelf.query;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Links from an answer to itself and on from it: relative to the host, so that an answer reads the same through any proxy. */
final class Links {

    private final String path;
    private final String query;

    Links(URI request) {
        this.path = request.getRawPath();
        this.query = request.getRawQuery() == null ? "" : request.getRawQuery();
    }

    String self() {
        return query.isEmpty() ? path : path + '?' + query;
    }

    String at(String cursor) {
        String rest = without("cursor");
        return path + '?' + (rest.isEmpty() ? "" : rest + '&') + "cursor=" + cursor;
    }

    String start() {
        String rest = without("cursor");
        return rest.isEmpty() ? path : path + '?' + rest;
    }

    /** The same request for another record: {@code /v1/apps/old/findings?…} as {@code /v1/apps/new/findings?…}. */
    String renamed(String collection, String id) {
        String[] segments = path.split("/");
        for (int i = 0; i + 1 < segments.length; i++) {
            if (segments[i].equals(collection)) {
                segments[i + 1] = id;
                break;
            }
        }
        return String.join("/", segments) + (query.isEmpty() ? "" : '?' + query);
    }

    private String without(String parameter) {
        return Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty() && !pair.split("=", 2)[0].equals(parameter))
                .collect(Collectors.joining("&"));
    }
}
