package org.offshelf.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.offshelf.http.Fault;
import org.offshelf.http.Nearest;

/** Knows the parameters of a request by name, and which of them a mistyped one, or one of other APIs, stands for. */
final class ParameterNames {

    /** What other APIs call it. */
    private static final Map<String, Set<String>> ELSEWHERE = Map.of(
            Moment.AS_OF, Set.of("as_of", "at", "on", "date", "day"),
            Moment.KNOWN_AT, Set.of("known_at", "known", "snapshot", "version"),
            "limit", Set.of("size", "per_page", "perPage", "page_size", "pageSize", "count", "max", "top"),
            "q", Set.of("search", "query", "text", "keyword", "keywords", "name", "title"),
            "sort", Set.of("order", "orderBy", "order_by", "sortBy", "sort_by", "ordering"),
            "select", Set.of("fields", "columns"),
            "include", Set.of("expand", "embed"),
            "facet", Set.of("facets", "facet_field"),
            "groupBy", Set.of("group", "by"));
    private static final Set<String> PAGING = Set.of("page", "offset", "skip", "start", "from");

    private final Set<String> absent;
    private final Set<String> known;

    /**
     * @param absent fields that cannot be asked for because the path has fixed them
     * @param others the parameters that are no filters
     */
    ParameterNames(CollectionSchema schema, Set<String> absent, Set<String> others) {
        this.absent = absent;
        this.known = new LinkedHashSet<>(schema.filters().keySet());
        known.removeAll(absent);
        known.addAll(others);
    }

    /**
     * The parameters under the names that were meant, so that their values are judged too.
     *
     * @param faults to which every name is added that is not known
     */
    Map<String, List<String>> meant(Map<String, List<String>> parameters, List<Fault> faults) {
        Map<String, List<String>> meant = new LinkedHashMap<>();
        parameters.forEach((name, texts) -> {
            if (known.contains(name)) {
                meant.put(name, texts);
            } else {
                Optional<String> nearest = nearest(name);
                faults.add(fault(name, nearest));
                nearest.filter(to -> !parameters.containsKey(to)).ifPresent(to -> meant.put(to, texts));
            }
        });
        return meant;
    }

    private Fault fault(String name, Optional<String> nearest) {
        if (absent.contains(name)) {
            return Fault.unknownParameter(name, "The path sets `" + name + "` already; leave the parameter out.");
        }
        if (nearest.isEmpty() && PAGING.contains(name)) {
            return Fault.unknownParameter(name, "Pages are not numbered here: follow `links.next` of the page before.");
        }
        return Fault.unknownParameter(name, nearest);
    }

    /** How values are compared is not guessed at: {@code .not} stays {@code .not}, and no name gets one it did not have. */
    private Optional<String> nearest(String name) {
        if (absent.contains(name)) {
            return Optional.empty();
        }
        String suffix = name.substring(path(name).length());
        List<String> alike = known.stream().filter(one -> one.substring(path(one).length()).equals(suffix)).toList();
        String last = name.substring(name.lastIndexOf('.') + 1);
        return elsewhere(name).or(() -> known.contains("q") && elsewhere(last).filter("q"::equals).isPresent()
                ? Optional.of("q")
                : Nearest.match(path(name), alike.stream().map(ParameterNames::path).toList()).map(path -> path + suffix));
    }

    private Optional<String> elsewhere(String name) {
        return ELSEWHERE.entrySet().stream().filter(each -> each.getValue().contains(name)).map(Map.Entry::getKey)
                .filter(known::contains).findFirst();
    }

    /** The name without how it compares. */
    private static String path(String name) {
        for (Comparison comparison : Comparison.values()) {
            if (!comparison.suffix().isEmpty() && name.endsWith(comparison.suffix())) {
                return name.substring(0, name.length() - comparison.suffix().length());
            }
        }
        return name;
    }
}
