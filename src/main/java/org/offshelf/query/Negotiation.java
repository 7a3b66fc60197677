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
        Format format = parameters.containsKey("format")
                ? given.code("format", Format.codes()).flatMap(Format::ofCode).orElse(Format.JSON)
                : byHeader(List.of(Format.values()));
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
                        + " fit no table; their ids stand in the column of that name. Use format=ndjson to have them whole."))
                .toList();
    }

    /** The most wanted; among equals the one that is named rather than meant by a wildcard, then the first of ours. */
    private Format byHeader(List<Format> offered) {
        return offered.stream().flatMap(format -> range(format).map(range -> new Wanted(format, range)).stream())
                .filter(wanted -> quality(wanted.range()) > 0)
                .min(Comparator.comparing((Wanted wanted) -> -quality(wanted.range()))
                        .thenComparing(wanted -> -precision(wanted.range())))
                .map(Wanted::format).orElseThrow(() -> notAcceptable(offered));
    }

    /** The most precise range of the header decides for each format (RFC 9110, 12.5.1). */
    private Optional<MediaType> range(Format format) {
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

    private ProblemException notAcceptable(List<Format> offered) {
        List<String> types = offered.stream().map(Format::mediaTypeName).toList();
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.unknownValue(HttpHeaders.ACCEPT, accept, types, Optional.empty()));
        String detail = "None of the formats in Accept exists here. Possible: " + String.join(", ", types)
                + (offered.size() > 1 ? "; or say format=" + String.join("|", Format.codes()) + "." : ".");
        return new ProblemException(new Problem(ProblemType.NOT_ACCEPTABLE.uri(), ProblemType.NOT_ACCEPTABLE.title(),
                ProblemType.NOT_ACCEPTABLE.status(), detail, null, faults, null, null));
    }

    private record Wanted(Format format, MediaType range) {
    }
}
