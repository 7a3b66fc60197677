package org.offshelf.importing.intake;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

/** The few parameters of an operation, of which none is ignored and all faults are told at once. */
final class QueryValues {

    private final UriInfo uri;
    private final List<Fault> faults = new ArrayList<>();

    QueryValues(UriInfo uri, List<String> known) {
        this.uri = uri;
        uri.getQueryParameters().keySet().stream().filter(name -> !known.contains(name))
                .forEach(name -> faults.add(Fault.unknownParameter(name, known)));
    }

    int number(String name, int least, int most, int otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        faults.add(Fault.invalidValue(name, text, "It must be a whole number from " + least + " to " + most + "."));
        return otherwise;
    }

    /** @return null if it is not given */
    String code(String name, List<String> allowed) {
        String text = text(name);
        if (text != null && !allowed.contains(text)) {
            faults.add(Fault.unknownValue(name, text, allowed));
        }
        return text;
    }

    /** @return null if it is not given */
    String text(String name) {
        List<String> values = uri.getQueryParameters().getOrDefault(name, List.of());
        if (values.size() > 1) {
            faults.add(Fault.invalidValue(name, values.get(1), "`" + name + "` can be given once."));
        }
        return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0).strip();
    }

    void check() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults).trying(uri.getPath()));
        }
    }
}
