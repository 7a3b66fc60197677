package org.offshelf.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.offshelf.http.Fault;
import org.offshelf.http.GivenParameters;
import org.offshelf.http.Nearest;
import org.offshelf.query.AggregateQuery.Order;

/** Reads the parameters of an aggregate, and adds everything that is wrong with them to the faults of the filters' parser. */
final class AggregateParser {

    static final int DEFAULT_LIMIT = 1000;
    private static final Set<String> SHAPE = Set.of("groupBy", "metrics", "fill", "sort", "limit", "cursor", "lang", "format",
            "bom", Moment.AS_OF, Moment.KNOWN_AT, Moment.REVISION);

    private final CollectionSchema schema;
    private final QueryParser parser;
    private final Map<String, List<String>> parameters;

    AggregateParser(CollectionSchema schema, QueryParser parser, Map<String, List<String>> parameters) {
        this.schema = schema;
        this.parser = parser;
        this.parameters = parser.meant(parameters, SHAPE);
    }

    /** @param isWhole whether all groups are meant where no limit is set */
    AggregateQuery parse(boolean isWhole) {
        List<Criterion> criteria = parser.criteria(parameters);
        List<Dimension> dimensions = new ArrayList<>(groupBy());
        List<Metric> metrics = metrics();
        Dimension filled = filled(dimensions);
        for (Metric metric : metrics) {
            if (metric.isOfAmount()) {
                Dimension currency = schema.dimensions().get(schema.amounts().get(metric.field()).name());
                if (!dimensions.contains(currency)) {
                    dimensions.add(currency);
                }
            }
        }
        int limit = parameters.containsKey("limit") ? parser.limit(parameters) : isWhole ? ListQuery.UNLIMITED : DEFAULT_LIMIT;
        return new AggregateQuery(schema, criteria, dimensions, metrics, filled, sort(dimensions, metrics), limit,
                parser.language(parameters), parser.cursor(parameters));
    }

    private List<String> texts(String parameter) {
        return parameters.getOrDefault(parameter, List.of()).stream().flatMap(text -> QueryParser.split(text).stream())
                .toList();
    }

    private List<Dimension> groupBy() {
        Map<String, Dimension> found = new LinkedHashMap<>();
        for (String text : texts("groupBy")) {
            dimension(text).ifPresent(dimension -> {
                if (found.put(dimension.path(), dimension) != null) {
                    fault(Fault.invalidValue("groupBy", text, "`" + dimension.path() + "` is there twice."));
                }
            });
        }
        if (texts("groupBy").size() > AggregateQuery.MOST_DIMENSIONS) {
            fault(Fault.invalidValue("groupBy", String.join(",", texts("groupBy")), "At most " + AggregateQuery.MOST_DIMENSIONS
                    + " dimensions. Leave one out, or set it to one value after the other as a filter."));
        }
        return List.copyOf(found.values());
    }

    private Optional<Dimension> dimension(String text) {
        int colon = text.indexOf(':');
        Dimension dimension = schema.dimensions().get(colon < 0 ? text : text.substring(0, colon));
        if (dimension == null) {
            Set<String> possible = schema.dimensions().keySet();
            return fault(Fault.unknownValue("groupBy", text, possible, Nearest.match(text.replaceAll(":.*", ""), possible)));
        }
        if (!dimension.isDate()) {
            return colon < 0 ? Optional.of(dimension)
                    : fault(Fault.unknownValue("groupBy", text, List.of(dimension.path()), Optional.of(dimension.path())));
        }
        Optional<Bucket> bucket = colon < 0 ? Optional.of(Bucket.DAY) : Bucket.ofCode(text.substring(colon + 1));
        return bucket.isPresent() ? bucket.map(dimension::by)
                : fault(Fault.unknownValue("groupBy", text,
                        Stream.of(Bucket.values()).map(each -> dimension.by(each).toString()).toList()));
    }

    private List<Metric> metrics() {
        Map<String, Metric> possible = AggregateQuery.metrics(schema);
        List<String> texts = texts("metrics");
        Set<Metric> found = new LinkedHashSet<>();
        for (String text : texts.isEmpty() ? List.of(schema.name()) : texts) {
            if (possible.containsKey(text)) {
                found.add(possible.get(text));
            } else {
                fault(Fault.unknownValue("metrics", text, possible.keySet()));
            }
        }
        return List.copyOf(found);
    }

    private Dimension filled(List<Dimension> dimensions) {
        Optional<String> text = new GivenParameters(parameters, parser.faults()).code("fill", List.of("zero"));
        if (text.isEmpty()) {
            return null;
        }
        List<Dimension> dates = dimensions.stream().filter(Dimension::isDate).toList();
        if (dates.size() != 1) {
            fault(Fault.invalidValue("fill", text.get(),
                    "Needs one date in `groupBy`, and only one, such as groupBy=published:month: its empty spans are filled."));
            return null;
        }
        return dates.get(0);
    }

    private List<Order> sort(List<Dimension> dimensions, List<Metric> metrics) {
        List<String> names = Stream.concat(dimensions.stream().map(Dimension::path), metrics.stream().map(Metric::name))
                .toList();
        List<Order> orders = new ArrayList<>();
        for (String text : texts("sort")) {
            int colon = text.indexOf(':');
            String name = colon < 0 ? text : text.substring(0, colon);
            String direction = colon < 0 ? "asc" : text.substring(colon + 1);
            if (names.contains(name) && (direction.equals("asc") || direction.equals("desc"))) {
                orders.add(new Order(names.indexOf(name), direction.equals("desc")));
            } else {
                fault(Fault.unknownValue("sort", text, names, SortKey.nearest(text, names)));
            }
        }
        return orders;
    }

    private <T> Optional<T> fault(Fault fault) {
        parser.faults().add(fault);
        return Optional.empty();
    }
}
