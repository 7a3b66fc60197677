package org.offshelf.http;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;

import io.netty.handler.codec.http.HttpResponseStatus;

/** The problem for a bare status, where no more is known. */
final class StatusProblem {

    private static final Map<ProblemType, String> DETAILS = Map.of(
            ProblemType.INVALID_REQUEST, "The request is not well-formed.",
            ProblemType.NOT_ACCEPTABLE, "No representation here satisfies the Accept header.",
            ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body is of a media type that is not read here, or says none"
                    + " (Content-Type). /q/openapi says which are.",
            ProblemType.METHOD_NOT_ALLOWED, "This method is not served here.",
            ProblemType.REQUEST_TIMEOUT, "The request did not arrive in time.");

    private StatusProblem() {
    }

    static Problem of(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .map(type -> Problem.of(type, DETAILS.get(type)))
                .orElseGet(() -> new Problem(URI.create("about:blank"), HttpResponseStatus.valueOf(status).reasonPhrase(),
                        status, null, null, null, null, null));
    }
}
