package org.offshelf.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header): a string that a client makes up for one
 * request, and sends again with each retry of it.
 */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;
    /** A structured field's string, or the same without quotes, as most clients send it. */
    private static final Pattern KEY = Pattern.compile("\"([\\x20-\\x7e&&[^\"\\\\]]+)\"|([\\x21-\\x7e&&[^\"\\\\,]]+)");

    private IdempotencyKey() {
    }

    /** @param header the field's value; null if there was none */
    public static Optional<String> parse(String header) {
        if (header == null) {
            return Optional.empty();
        }
        var key = KEY.matcher(header.strip());
        if (key.matches()) {
            var text = key.group(1) == null ? key.group(2) : key.group(1);
            if (text.length() <= LONGEST) {
                return Optional.of(text);
            }
        }
        throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, List.of(Fault.invalidValue(HEADER, null,
                "A key is 1 to " + LONGEST + " printable ASCII characters, such as a UUID, once."))));
    }
}
