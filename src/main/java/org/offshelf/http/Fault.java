package org.offshelf.http;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One thing wrong with a request, and what would have been right.
 *
 * @param parameter of the URL or a header; null for what stands in the body
 * @param pointer to the member of a JSON body (RFC 6901); null for a parameter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "parameter", "pointer", "value", "code", "message", "allowed", "didYouMean" })
public record Fault(String parameter, String pointer, String value, String code, String message, List<String> allowed,
        String didYouMean) {

    public static final String UNKNOWN_PARAMETER = "unknown-parameter";
    public static final String UNKNOWN_FIELD = "unknown-field";
    public static final String UNKNOWN_VALUE = "unknown-value";
    public static final String INVALID_VALUE = "invalid-value";
    public static final String MISSING = "missing";

    public Fault {
        allowed = allowed == null ? null : List.copyOf(allowed);
    }

    public Fault(String parameter, String value, String code, String message, List<String> allowed, String didYouMean) {
        this(parameter, null, value, code, message, allowed, didYouMean);
    }

    /** The same of a member of the body: what was given as the parameter is its pointer. */
    public Fault inBody() {
        return new Fault(null, parameter, value, code, message, allowed, didYouMean);
    }

    public static Fault unknownParameter(String name, Optional<String> nearest) {
        return new Fault(name, null, UNKNOWN_PARAMETER, "There is no parameter `" + name + "` here." + suggestion(nearest),
                null, nearest.orElse(null));
    }

    /** @param message a whole sentence that says what to do instead */
    public static Fault unknownParameter(String name, String message) {
        return new Fault(name, null, UNKNOWN_PARAMETER, message, null, null);
    }

    public static Fault unknownParameter(String name, Collection<String> known) {
        return unknownParameter(name, Nearest.match(name, known));
    }

    public static Fault unknownValue(String parameter, String value, Collection<String> allowed, Optional<String> nearest) {
        return new Fault(parameter, value, UNKNOWN_VALUE,
                "`" + parameter + "` has no value `" + value + "`." + suggestion(nearest), List.copyOf(allowed),
                nearest.orElse(null));
    }

    public static Fault unknownValue(String parameter, String value, Collection<String> allowed) {
        return unknownValue(parameter, value, allowed, Nearest.match(value, allowed));
    }

    /** @param message a whole sentence that says what the value must look like */
    public static Fault invalidValue(String parameter, String value, String message) {
        return new Fault(parameter, value, INVALID_VALUE, message, null, null);
    }

    public static Fault missing(String parameter) {
        return new Fault(parameter, null, MISSING, "`" + parameter + "` is required.", null, null);
    }

    /** @return where it is: the parameter or the pointer */
    public String place() {
        return parameter == null ? pointer : parameter;
    }

    private static String suggestion(Optional<String> nearest) {
        return nearest.map(name -> " Did you mean `" + name + "`?").orElse("");
    }
}
