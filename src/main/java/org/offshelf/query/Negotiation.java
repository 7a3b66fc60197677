package org.offshelf.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.offshelf.http.Fault;
import org.offshelf.http.GivenParameters;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.query.format.Format;
import org.offshelf.query.format.Output;
import org.offshelf.query.format.Representation;

/** Finds out in which form a client wants its answer: by the parameter {@code format}, or else by the header Accept. */
@ApplicationScoped
public class Negotiation {

    private final HttpHeaders request;

    Negotiation(HttpHeaders request) {
        this.request = request;
    }

    /** @param faults to which everything is added that is wrong with what was asked for */
    public Output output(Map<String, List<String>> parameters, List<Fault> faults) {
        GivenParameters given = new GivenParameters(parameters, faults);
        Format format = representation(List.of(Format.values()), parameters, faults);
        boolean bom = given.code("bom", List.of("true", "false")).map(Boolean::parseBoolean).orElse(false);
        if (bom && format != Format.CSV) {
            faults.add(Fault.invalidValue("bom", "true", "Only for format=csv: nothing else needs a byte order mark."));
        }
        if (format.isRows()) {
            for (String parameter : List.of("cursor", "facet")) {
                if (parameters.containsKey(parameter)) {
                    faults.add(Fault.invalidValue(parameter, null, "Only for format=json: " + format.code()
                            + " has the whole result and nothing else. Leave it out."));
                }
            }
        }
        return new Output(format, bom);
    }

    /** @param faults to which everything is added that is wrong with what was asked for */
    <R extends Representation> R representation(List<R> offered, Map<String, List<String>> parameters, List<Fault> faults) {
        if (!parameters.containsKey("format")) {
            return byHeader(offered);
        }
        String code = new GivenParameters(parameters, faults).code("format", codes(offered)).orElse(offered.get(0).code());
        return offered.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    /** For what exists in JSON only. */
    void requireJson() {
        byHeader(List.of(Format.JSON));
    }

    /** What does not fit into the columns of a table. */
    static List<Fault> faults(ListQuery query, Output output) {
        if (!output.format().isFlat()) {
            return List.of();
        }
        return query.include().stream().filter(Field::isMultiple)
                .map(field -> Fault.invalidValue("include", field.name(), "`" + field.name() + "` can be several records, which"
                        + " fit no table. Use format=ndjson to have them whole."))
                .toList();
    }

    /** The most wanted; among equals the one that is named rather than meant by a wildcard, then the first of ours. */
    private <R extends Representation> R byHeader(List<R> offered) {
        return offered.stream().flatMap(format -> range(format).map(range -> new Wanted<>(format, range)).stream())
                .filter(wanted -> quality(wanted.range()) > 0)
                .min(Comparator.comparing((Wanted<R> wanted) -> -quality(wanted.range()))
                        .thenComparing(wanted -> -precision(wanted.range())))
                .map(Wanted::format).orElseThrow(() -> notAcceptable(offered));
    }

    /** The most precise range of the header decides for each format (RFC 9110, 12.5.1). */
    private Optional<MediaType> range(Representation format) {
        return acceptable().stream().filter(range -> range.isCompatible(format.mediaType()))
                .max(Comparator.comparing(Negotiation::precision));
    }

    private List<MediaType> acceptable() {
        try {
            return request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            Fault fault = Fault.invalidValue("Accept", request.getHeaderString(HttpHeaders.ACCEPT),
                    "Media types, separated by commas, such as text/csv.");
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, List.of(fault)));
        }
    }

    private static int precision(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private static double quality(MediaType range) {
        try {
            return Double.parseDouble(range.getParameters().getOrDefault("q", "1"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private ProblemException notAcceptable(List<? extends Representation> offered) {
        List<String> types = offered.stream().map(Representation::mediaTypeName).toList();
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.unknownValue(HttpHeaders.ACCEPT, accept, types, Optional.empty()));
        String detail = "None of the formats in Accept exists here. Possible: " + String.join(", ", types)
                + (offered.size() > 1 ? "; or say format=" + String.join("|", codes(offered)) + "." : ".");
        return new ProblemException(new Problem(ProblemType.NOT_ACCEPTABLE.uri(), ProblemType.NOT_ACCEPTABLE.title(),
                ProblemType.NOT_ACCEPTABLE.status(), detail, null, faults, null, null));
    }

    private static List<String> codes(List<? extends Representation> offered) {
        return offered.stream().map(Representation::code).toList();
    }

    private record Wanted<R extends Representation>(R format, MediaType range) {
    }
}
