package org.offshelf.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.offshelf.catalogue.Catalogue;
import org.offshelf.http.Fault;
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
        List<Fault> faults = new ArrayList<>();
        String name = String.join(",", parameters.getOrDefault("type", List.of("findings")));
        if (!Catalogue.names().contains(name)) {
            faults.add(Fault.unknownValue("type", name, Catalogue.names()));
        }
        CollectionSchema schema = Catalogue.find(name).orElse(Catalogue.find("findings").orElseThrow());
        String text = String.join(",", parameters.getOrDefault("limit", List.of(Integer.toString(DEFAULT))));
        boolean isNumber = text.matches("\\d{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST;
        if (!isNumber) {
            faults.add(Fault.invalidValue("limit", text, "A whole number from 1 to " + MOST + "."));
        }
        return of(schema, parameters, List.of("type", "limit"), isNumber ? Integer.parseInt(text) : DEFAULT, faults, filters);
    }

    /** Of one collection, with nothing but its filters. */
    static FeedRequest of(CollectionSchema schema, Map<String, List<String>> parameters, int limit, RecordFilters filters) {
        return of(schema, parameters, List.of(), limit, new ArrayList<>(), filters);
    }

    private static FeedRequest of(CollectionSchema schema, Map<String, List<String>> parameters, List<String> others, int limit,
            List<Fault> faults, RecordFilters filters) {
        List<String> known = Stream.concat(others.stream(), schema.filters().keySet().stream()).toList();
        Map<String, List<String>> own = new LinkedHashMap<>(parameters);
        own.keySet().removeAll(others);
        own.keySet().stream().filter(parameter -> !known.contains(parameter))
                .forEach(parameter -> faults.add(Fault.unknownParameter(parameter, known)));
        return new FeedRequest(filters.parse(schema, own, faults), limit, faults);
    }
}
