package org.offshelf.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.offshelf.catalogue.Catalogue;
import org.offshelf.http.Fault;
import org.offshelf.http.GivenParameters;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.RecordFilter;
import org.offshelf.query.RecordFilters;

/**
 * Which records are to be shown, and how many.
 *
 * @param faults all that is wrong with the request
 */
record FeedRequest(RecordFilter filter, int limit, List<Fault> faults) {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    /** Of the collection in the parameter {@code type}. */
    static FeedRequest ofAny(Map<String, List<String>> parameters, RecordFilters filters) {
        GivenParameters given = new GivenParameters(parameters);
        CollectionSchema schema = Catalogue.find(given.code("type", Catalogue.names()).orElse("findings")).orElseThrow();
        int limit = given.number("limit", 1, MOST).orElse(DEFAULT);
        return of(schema, parameters, List.of("type", "limit"), limit, given.faults(), filters);
    }

    /** Of one collection, with nothing but its filters. */
    static FeedRequest of(CollectionSchema schema, Map<String, List<String>> parameters, int limit, RecordFilters filters) {
        return of(schema, parameters, List.of(), limit, new ArrayList<>(), filters);
    }

    private static FeedRequest of(CollectionSchema schema, Map<String, List<String>> parameters, List<String> others, int limit,
            List<Fault> faults, RecordFilters filters) {
        List<String> known = Stream.concat(others.stream(), schema.filters().keySet().stream()).toList();
        Map<String, List<String>> own = new LinkedHashMap<>(parameters);
        new GivenParameters(parameters, faults).requireKnown(known);
        own.keySet().removeAll(others);
        return new FeedRequest(filters.parse(schema, own, faults), limit, faults);
    }
}
