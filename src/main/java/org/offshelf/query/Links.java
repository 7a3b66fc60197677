package org.offshelf.query;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.offshelf.http.Fault;

/** Links from an answer to itself and on from it: relative to the host, so that an answer reads the same through any proxy. */
public final class Links {

    private final String path;
    private final String query;

    public Links(URI request) {
        this(request.getRawPath(), request.getRawQuery() == null ? "" : request.getRawQuery());
    }

    private Links(String path, String query) {
        this.path = path;
        this.query = query;
    }

    public String self() {
        return query.isEmpty() ? path : path + '?' + query;
    }

    /** The request with every fault mended as it suggests; empty if one suggests nothing. */
    public Optional<String> corrected(List<Fault> faults) {
        String mended = query;
        for (Fault fault : faults) {
            if (fault.didYouMean() == null) {
                return Optional.empty();
            }
            mended = Arrays.stream(mended.split("&")).map(pair -> corrected(pair, fault)).collect(Collectors.joining("&"));
        }
        return Optional.of(new Links(path, mended).self());
    }

    private static String corrected(String pair, Fault fault) {
        if (!name(pair).equals(fault.parameter())) {
            return pair;
        }
        String value = pair.contains("=") ? pair.substring(pair.indexOf('=') + 1) : "";
        if (fault.code().equals(Fault.UNKNOWN_PARAMETER)) {
            return fault.didYouMean() + '=' + value;
        }
        List<String> values = QueryParser.split(URLDecoder.decode(value, StandardCharsets.UTF_8));
        return fault.parameter() + '='
                + encoded(list(values.stream().map(one -> one.equals(fault.value()) ? fault.didYouMean() : one).toList()));
    }

    String at(String cursor) {
        return with("cursor", cursor).self();
    }

    String start() {
        return without("cursor").self();
    }

    /** The same request with a parameter set to this value alone. */
    public Links with(String parameter, String value) {
        String rest = without(parameter).query;
        return new Links(path, (rest.isEmpty() ? "" : rest + '&') + parameter + '=' + encoded(value));
    }

    public Links without(String... parameters) {
        Set<String> names = Set.of(parameters);
        return new Links(path, Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty() && !names.contains(name(pair)))
                .collect(Collectors.joining("&")));
    }

    /** The same request with another parameter in the place of this one. */
    Links replaced(String parameter, String by, String value) {
        return new Links(path, Arrays.stream(query.split("&"))
                .map(pair -> name(pair).equals(parameter) ? by + '=' + encoded(value) : pair).collect(Collectors.joining("&")));
    }

    /** The same request from its beginning, at the revision: what it answers never changes. */
    public String permanent(long revision) {
        return without("cursor").with(Moment.REVISION, Long.toString(revision)).self();
    }

    /** How to cite the record that is asked for, at the revision. */
    String citation(CollectionSchema schema, String id, long revision) {
        return new Links("/v1/cite/" + schema.name() + '/' + id, query).without("select", "include").permanent(revision);
    }

    /** The same request for another record: {@code /v1/apps/old/findings?…} as {@code /v1/apps/new/findings?…}. */
    String renamed(String collection, String id) {
        String[] segments = path.split("/");
        for (int i = 0; i + 1 < segments.length; i++) {
            if (segments[i].equals(collection)) {
                segments[i + 1] = id;
                break;
            }
        }
        return String.join("/", segments) + (query.isEmpty() ? "" : '?' + query);
    }

    /** Another path at the same moment. */
    Links elsewhere(String other) {
        return new Links(other, Arrays.stream(query.split("&")).filter(pair -> Moment.PARAMETERS.contains(name(pair)))
                .collect(Collectors.joining("&")));
    }

    /** The same parameters at another path. */
    public Links at(UnaryOperator<String> move) {
        return new Links(move.apply(path), query);
    }

    /** Values as a parameter takes them, a comma within one escaped. */
    static String list(Collection<?> values) {
        return values.stream().map(value -> value.toString().replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }

    /** As the header Link has it. */
    public static String header(String target, String relation) {
        return '<' + target + ">; rel=\"" + relation + '"';
    }

    private static String name(String pair) {
        return URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
    }

    /** What a query may hold bare stays readable. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",").replace("%3A", ":");
    }
}
