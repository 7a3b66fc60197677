package org.offshelf.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Links a group to the list of the records it counts: the filters of the aggregate, narrowed by the group's keys. Where a
 * filter stands on the same field already, the key must hold beside it and not replace it.
 */
final class GroupLinks {

    private GroupLinks() {
    }

    /** @param links of the aggregate */
    static String to(AggregateQuery query, Object[] keys, Links links) {
        Links list = links.at(path -> path.replaceFirst("/aggregate/?$", "")).without("groupBy", "metrics", "fill", "sort",
                "limit", "cursor", "format", "bom");
        for (int i = 0; i < query.dimensions().size(); i++) {
            list = narrowed(list, query, query.dimensions().get(i), keys[i]);
        }
        return list.self();
    }

    private static Links narrowed(Links list, AggregateQuery query, Dimension dimension, Object key) {
        String path = dimension.path();
        if (key == null) {
            return list.with(path + Comparison.EXISTS.suffix(), "false");
        }
        boolean isFiltered = values(query, path, Comparison.EQ).findAny().isPresent();
        if (isFiltered && dimension.isDate()) {
            return between(list, query, path, DateSpan.parse(key.toString()).orElseThrow());
        }
        if (isFiltered && dimension.field().isMultiple()) {
            List<Object> all = new ArrayList<>(values(query, path, Comparison.ALL).toList());
            all.add(key);
            return list.with(path + Comparison.ALL.suffix(), Links.list(all));
        }
        return list.with(path, Links.list(List.of(key)));
    }

    private static Links between(Links list, AggregateQuery query, String path, DateSpan span) {
        LocalDate first = Stream
                .concat(Stream.of(span.first()), values(query, path, Comparison.GTE).map(bound -> ((DateSpan) bound).first()))
                .max(LocalDate::compareTo).orElseThrow();
        LocalDate last = Stream
                .concat(Stream.of(span.last()), values(query, path, Comparison.LTE).map(bound -> ((DateSpan) bound).last()))
                .min(LocalDate::compareTo).orElseThrow();
        return list.with(path + Comparison.GTE.suffix(), first.toString()).with(path + Comparison.LTE.suffix(),
                last.toString());
    }

    private static Stream<Object> values(AggregateQuery query, String path, Comparison comparison) {
        return query.criteria().stream()
                .filter(criterion -> criterion.filter().parameter().equals(path + comparison.suffix()))
                .flatMap(criterion -> criterion.values().stream());
    }
}
