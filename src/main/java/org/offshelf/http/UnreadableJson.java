package org.offshelf.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body in the words of the client's document, never in those of our classes. */
final class UnreadableJson {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private UnreadableJson() {
    }

    static Problem describe(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Problem.of(ProblemType.INVALID_BODY, List.of(unknownField(unknown).inBody()));
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problem.of(ProblemType.INVALID_BODY, List.of(wrongField(mapping).inBody()));
        }
        var what = e instanceof MismatchedInputException ? "The body is not of the expected JSON shape"
                : "The body is not JSON";
        return Problem.of(ProblemType.INVALID_REQUEST, what + where(e) + ". Nothing was changed.");
    }

    private static Fault unknownField(UnrecognizedPropertyException e) {
        var known = Optional.ofNullable(e.getKnownPropertyIds()).<Collection<Object>> map(ids -> ids)
                .orElse(List.of()).stream().map(String::valueOf).sorted().toList();
        var nearest = Nearest.match(e.getPropertyName(), known);
        var message = "There is no such field" + where(e) + "." + nearest.map(n -> " Did you mean `" + n + "`?").orElse("");
        return new Fault(path(e), null, Fault.UNKNOWN_FIELD, message, known, nearest.orElse(null));
    }

    private static Fault wrongField(JsonMappingException e) {
        if (e instanceof InvalidFormatException format) {
            var value = String.valueOf(format.getValue());
            var target = format.getTargetType();
            if (target != null && target.isEnum()) {
                var allowed = Arrays.stream(target.getEnumConstants()).map(UnreadableJson::code).toList();
                return Fault.unknownValue(path(e), value, allowed);
            }
            return Fault.invalidValue(path(e), value, "The value" + where(e) + " does not have the form this field needs.");
        }
        if (e instanceof MismatchedInputException) {
            return Fault.invalidValue(path(e), null, "The value" + where(e) + " is not of the JSON type this field needs.");
        }
        return Fault.invalidValue(path(e), null, "The value" + where(e) + " is not valid.");
    }

    /** As the enum is written in JSON, which is not always its name. */
    private static String code(Object constant) {
        return PLAIN.convertValue(constant, String.class);
    }

    private static String path(JsonMappingException e) {
        var pointer = new StringBuilder();
        e.getPath().forEach(step -> pointer.append('/')
                .append(step.getFieldName() == null ? step.getIndex() : JsonPointers.escaped(step.getFieldName())));
        return pointer.toString();
    }

    private static String where(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
