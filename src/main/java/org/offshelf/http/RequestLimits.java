package org.offshelf.http;

import java.time.Duration;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;

/** How much of a request is taken before it is refused. */
@Singleton
public class RequestLimits {

    /** What every HTTP implementation should be able to take (RFC 9110, 4.1). */
    static final int URI_LENGTH = 8_000;
    static final int HEADERS_LENGTH = 16_000;

    private final long bodyLength;
    private final long uploadLength;
    private final Set<String> uploadPaths;
    private final Duration bodyWithin;
    private final Duration uploadWithin;

    /**
     * @param uploadLength of documents, the largest there is
     * @param uploadPaths where documents are sent to; everything else takes less
     * @param bodyWithin how long a body may take to arrive
     * @param uploadWithin how long a document may
     */
    RequestLimits(@ConfigProperty(name = "offshelf.http.longest-body", defaultValue = "10M") MemorySize bodyLength,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize uploadLength,
            @ConfigProperty(name = "offshelf.http.upload-paths", defaultValue = "/v1/imports") Set<String> uploadPaths,
            @ConfigProperty(name = "offshelf.http.body-within", defaultValue = "20S") Duration bodyWithin,
            @ConfigProperty(name = "offshelf.http.upload-within", defaultValue = "2M") Duration uploadWithin) {
        this.bodyLength = Math.min(bodyLength.asLongValue(), uploadLength.asLongValue());
        this.uploadLength = uploadLength.asLongValue();
        this.bodyWithin = bodyWithin;
        this.uploadWithin = uploadWithin;
        this.uploadPaths = Set.copyOf(uploadPaths);
    }

    long bodyLength(HttpServerRequest request) {
        return isUpload(request) ? uploadLength : bodyLength;
    }

    long longestBody() {
        return uploadLength;
    }

    Duration bodyWithin(HttpServerRequest request) {
        return isUpload(request) ? uploadWithin : bodyWithin;
    }

    private boolean isUpload(HttpServerRequest request) {
        return uploadPaths.contains(request.path());
    }

    boolean uriTooLong(HttpServerRequest request) {
        return request.uri().length() > URI_LENGTH;
    }

    public boolean headersTooLong(HttpServerRequest request) {
        var length = 0;
        for (var header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        return length > HEADERS_LENGTH;
    }

    /** What the request says of itself; a body of unsaid length is counted while it is read. */
    boolean bodyTooLong(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length != null && (!length.matches("\\d{1,18}") || Long.parseLong(length) > bodyLength(request));
    }
}
