package org.offshelf.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with a problem; thrown for what the client can understand and often mend, so it has no stack trace. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** @param headers what the answer also carries, such as {@code Retry-After} or {@code Location} */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.title() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }

    /** For what may go well soon. */
    public static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return of(ProblemType.UNAVAILABLE, detail).withHeader("Retry-After", Integer.toString(retryAfterSeconds));
    }

    public ProblemException withHeader(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ProblemException(problem, all);
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
