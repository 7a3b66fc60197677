package org.offshelf.http;

import java.util.Arrays;

/** Says which part of a request target is not text. */
final class Undecodable {

    private static final String RULE = "is not percent-encoded UTF-8 text: an escape is `%` and two hexadecimal digits, "
            + "and %00 is not text.";

    private Undecodable() {
    }

    /** @param query as it stood in the target, null if it had none */
    static Problem describe(String query) {
        if (query == null || new RequestTarget(query).decodes()) {
            return Problem.of(ProblemType.INVALID_REQUEST, "The path " + RULE);
        }
        var faults = Arrays.stream(query.split("&"))
                .filter(pair -> !new RequestTarget(pair).decodes())
                .map(pair -> pair.split("=", 2))
                .map(pair -> Fault.invalidValue(pair[0], pair.length > 1 ? pair[1] : null, "This " + RULE))
                .toList();
        return Problem.of(ProblemType.INVALID_PARAMETER, faults);
    }
}
