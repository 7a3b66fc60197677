package org.offshelf.changes;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.Fault;
import org.offshelf.http.ProblemException;
import org.offshelf.ledger.ChangeLine;
import org.offshelf.ledger.Position;
import org.offshelf.query.Links;
import org.offshelf.query.RecordFilters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** The changes under a filter that somebody keeps, for those who pass them on. */
@ApplicationScoped
public class FollowedChanges {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final ChangeReader reader;
    private final ChangeRanges ranges;
    private final RecordFilters filters;

    FollowedChanges(ChangeReader reader, ChangeRanges ranges, RecordFilters filters) {
        this.reader = reader;
        this.ranges = ranges;
        this.filters = filters;
    }

    /**
     * Ends the request with all that is wrong with a filter.
     *
     * @param filter as the query of {@code /v1/changes}, without {@code ?}
     * @param found what is wrong besides
     * @return the last revision
     */
    public long requireUnderstood(String filter, List<Fault> found) {
        List<Fault> faults = new ArrayList<>(found);
        Map<String, List<String>> parameters = parameters(filter);
        if (parameters.remove("since") != null) {
            faults.add(Fault.unknownParameter("since", "It is no part of the filter: leave it out."));
        }
        return ranges.of(ChangeParameters.ofStream(parameters, filters), faults, new Links(URI.create("/v1/changes")))
                .current();
    }

    /**
     * What follows; none of it may be meant.
     *
     * @throws ProblemException if the filter is not understood any more, as when a record it names was merged
     */
    public Part after(String filter, Position position, long until, int limit) {
        requireUnderstood(filter, List.of());
        Slice slice = reader.read(ChangeParameters.ofStream(parameters(filter), filters).filter(), position, until, limit);
        StringWriter lines = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(lines)) {
            json.writeStartArray();
            for (ChangeLine line : slice.lines()) {
                new Change(line).writeTo(json);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written to", e);
        }
        return new Part(lines.toString(), slice.lines().size(), slice.end());
    }

    private static Map<String, List<String>> parameters(String filter) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : filter.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters.computeIfAbsent(decoded(parts[0]), any -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    /** What does not decode is taken as it stands, and found unknown. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /**
     * @param lines JSON array of changes, as {@code /v1/changes} tells them
     * @param end up to where
     */
    public record Part(String lines, int count, Position end) {
    }
}
