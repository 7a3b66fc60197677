package org.offshelf.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.offshelf.http.Fault;

/** Reads the parameter {@code facet}. */
final class FacetParser {

    static final int MOST = 10;

    private FacetParser() {
    }

    /**
     * @param absent fields the path has fixed: counting by them says nothing
     * @param faults to which everything is added that is wrong
     */
    static List<Dimension> parse(CollectionSchema schema, Set<String> absent, Map<String, List<String>> parameters,
            List<Fault> faults) {
        Map<String, Dimension> possible = possible(schema);
        possible.keySet().removeAll(absent);
        Set<Dimension> found = new LinkedHashSet<>();
        for (String name : parameters.getOrDefault("facet", List.of()).stream().flatMap(t -> QueryParser.split(t).stream())
                .toList()) {
            if (possible.containsKey(name)) {
                found.add(possible.get(name));
            } else {
                faults.add(Fault.unknownValue("facet", name, possible.keySet()));
            }
        }
        if (found.size() > MOST) {
            faults.add(Fault.invalidValue("facet", null, "At most " + MOST + " at once."));
        }
        return List.copyOf(found);
    }

    /** All that has values of its own; a date is counted by the spans of an aggregate. */
    static Map<String, Dimension> possible(CollectionSchema schema) {
        Map<String, Dimension> possible = new LinkedHashMap<>(schema.dimensions());
        possible.values().removeIf(Dimension::isDate);
        return possible;
    }
}
