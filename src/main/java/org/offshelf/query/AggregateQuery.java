package org.offshelf.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request for counts, understood.
 *
 * @param dimensions what the groups differ in: those asked for, and the currency of every amount that is measured
 * @param filled the date dimension whose empty spans are shown too; null for none
 * @param sort what the groups are ordered by, before all dimensions
 * @param cursor where to go on; null for the first page
 */
record AggregateQuery(CollectionSchema schema, List<Criterion> criteria, List<Dimension> dimensions, List<Metric> metrics,
        Dimension filled, List<Order> sort, int limit, Language language, String cursor) {

    static final int MOST_DIMENSIONS = 3;

    /** @param index of the dimension, or of the metric behind all dimensions */
    record Order(int index, boolean isDescending) {
    }

    /** The same for all pages of a walk. */
    String identity() {
        return schema.name() + "/aggregate?"
                + criteria.stream().map(c -> c.filter().parameter() + '=' + c.values()).sorted()
                        .collect(Collectors.joining("&"))
                + "&groupBy=" + dimensions + "&metrics=" + metrics.stream().map(Metric::name).toList() + "&fill=" + filled
                + "&sort=" + sort;
    }

    /**
     * All metrics of a collection. Records are counted under the collection's own name, and those they refer to under the name
     * of their collection, each once; not where that is the name of a field, which may stand in the same group.
     */
    static Map<String, Metric> metrics(CollectionSchema schema) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put(schema.name(), new Metric(schema.name(), Metric.Kind.RECORDS, null));
        for (Field field : schema.fields()) {
            String name = field.type() == FieldType.REFERENCE ? field.target().name() : null;
            if (name != null && schema.field(name).isEmpty()) {
                metrics.putIfAbsent(name, new Metric(name, Metric.Kind.DISTINCT, field));
            }
        }
        for (Field amount : schema.amounts().keySet()) {
            for (Metric.Kind kind : List.of(Metric.Kind.SUM, Metric.Kind.MIN, Metric.Kind.MAX, Metric.Kind.AVG,
                    Metric.Kind.MEDIAN)) {
                String name = amount.name() + '.' + kind.name().toLowerCase(Locale.ROOT);
                metrics.put(name, new Metric(name, kind, amount));
            }
        }
        return metrics;
    }
}
