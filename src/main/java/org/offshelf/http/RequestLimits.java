package org.offshelf.http;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;

/** How much of a request is taken before it is refused. */
@ApplicationScoped
class RequestLimits {

    /** What every HTTP implementation should be able to take (RFC 9110, 4.1). */
    static final int URI_LENGTH = 8_000;
    static final int HEADERS_LENGTH = 16_000;

    private final long bodyLength;

    RequestLimits(@ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize bodyLength) {
        this.bodyLength = bodyLength.asLongValue();
    }

    long bodyLength() {
        return bodyLength;
    }

    boolean uriTooLong(HttpServerRequest request) {
        return request.uri().length() > URI_LENGTH;
    }

    boolean headersTooLong(HttpServerRequest request) {
        var length = 0;
        for (var header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        return length > HEADERS_LENGTH;
    }

    /** What the request says of itself; a body of unsaid length is counted while it is read. */
    boolean bodyTooLong(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length != null && (!length.matches("\\d{1,18}") || Long.parseLong(length) > bodyLength);
    }
}
