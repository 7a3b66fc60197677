package org.offshelf.http;

import java.net.URI;
import java.util.Locale;

/** The few kinds of problem this API knows, each with its status and a title that never varies (RFC 9457, 3.1.3). */
public enum ProblemType {
    INVALID_REQUEST(400, "The request could not be read"),
    INVALID_PARAMETER(400, "Invalid parameter"),
    INVALID_BODY(400, "Invalid body"),
    INVALID_CURSOR(400, "Invalid cursor"),
    UNAUTHORIZED(401, "Credentials needed"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "No such format"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    CONFLICT(409, "Conflict with the current state"),
    GONE(410, "Retracted"),
    PRECONDITION_FAILED(412, "Precondition failed"),
    PAYLOAD_TOO_LARGE(413, "Request body too large"),
    URI_TOO_LONG(414, "Request URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    RANGE_NOT_SATISFIABLE(416, "No such range"),
    UNPROCESSABLE(422, "Understood, but not valid"),
    TOO_EXPENSIVE(422, "Understood, but too expensive"),
    PRECONDITION_REQUIRED(428, "Precondition required"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "Request headers too large"),
    INTERNAL(500, "Internal error"),
    UNAVAILABLE(503, "Temporarily unavailable");

    private static final String BASE = "https://offshelf.org/problems/";

    private final int status;
    private final String title;
    private final URI uri;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
        this.uri = URI.create(BASE + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public int status() {
        return status;
    }

    public URI uri() {
        return uri;
    }

    public String title() {
        return title;
    }
}
