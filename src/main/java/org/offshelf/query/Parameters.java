package org.offshelf.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.offshelf.query.format.Format;

/** The parameters of lists and aggregates that are no filters, for the OpenAPI document and the field catalogue. */
public final class Parameters {

    private static final Parameter LANGUAGE = Parameter.choice("lang", List.of("en", "zh"), "en", "zh",
            "The language of names and labels that exist in both.");
    private static final Parameter BOM = new Parameter("bom", Parameter.Type.BOOLEAN, false, List.of(), false, null,
            "`true` begins the file with a byte order mark, by which Excel knows UTF-8, and puts `'` before texts that it would run as formulas. Only with `format=csv`.");

    private Parameters() {
    }

    /** Those of a list that choose its form and count its records; see {@link #ofAggregate} for counts alone. */
    public static List<Parameter> ofForm(CollectionSchema schema, Set<String> absent) {
        List<String> facets = FacetParser.possible(schema).keySet().stream().filter(name -> !absent.contains(name)).toList();
        return List.of(
                Parameter.list("facet", facets, null, facets.get(0), "Counts the records of the whole result by the values of"
                        + " these fields, at most " + FacetParser.MOST + ": the most frequent values with their names, how many"
                        + " records have none, and a link that adds the value to the filter or takes it away. JSON only."),
                format("list"), BOM);
    }

    /** Those that choose the form of what has no fields to count by. */
    public static List<Parameter> ofFormat() {
        return List.of(format("result"), BOM);
    }

    /** All of an aggregate. */
    public static List<Parameter> ofAggregate(CollectionSchema schema) {
        List<String> dimensions = dimensions(schema);
        List<String> metrics = List.copyOf(AggregateQuery.metrics(schema).keySet());
        return List.of(
                Parameter.list("groupBy", dimensions, null, dimensions.get(0), "What the groups differ in, at most "
                        + AggregateQuery.MOST_DIMENSIONS
                        + " fields. Dates are counted by day, week (ISO 8601), month, quarter or"
                        + " year. A record with several values is in several groups; one without a value is in the group whose"
                        + " key is null. Each key is accepted by the filter of the same name. Without it, all is one group."),
                Parameter.list("metrics", metrics, schema.name(), schema.name(), metricsDescription(schema)),
                Parameter.choice("fill", List.of("zero"), null, null,
                        "`zero` shows empty spans of time too, from the first to the"
                                + " last there is, or to the bounds of the filters on that date. Needs exactly one date in `groupBy`."),
                Parameter.list("sort", List.of(), null, schema.name() + ":desc",
                        "Dimensions (without their span) and metrics in"
                                + " the order that counts, `:desc` for descending; in the end always by all dimensions. Null is the"
                                + " least."),
                new Parameter("limit", Parameter.Type.INTEGER, false, List.of(), AggregateParser.DEFAULT_LIMIT, 20,
                        "How many groups, 0 to count them only. The row formats have all unless it is set."),
                Parameter.choice("cursor", List.of(), null, null, "Where to go on: `meta.nextCursor` of the page before."),
                LANGUAGE, format("result"), BOM);
    }

    /** All values of {@code groupBy}. */
    public static List<String> dimensions(CollectionSchema schema) {
        return schema.dimensions().values().stream().flatMap(dimension -> dimension.isDate()
                ? Stream.of(Bucket.values()).map(bucket -> dimension.by(bucket).toString())
                : Stream.of(dimension.path()))
                .toList();
    }

    private static String metricsDescription(CollectionSchema schema) {
        return AggregateQuery.metrics(schema).values().stream()
                .map(metric -> "`" + metric.name() + "`: " + metric.description())
                .collect(Collectors.joining(" ", "What to know of each group. ", schema.amounts().isEmpty() ? ""
                        : " Amounts are never added across currencies: with any of them, the currency becomes a key of the group."));
    }

    private static Parameter format(String whole) {
        return Parameter.choice("format", Format.codes(), Format.JSON.code(), "csv", Stream.of(Format.values())
                .map(format -> "`" + format.code() + "`: " + format.description() + " (`" + format.mediaTypeName() + "`).")
                .collect(Collectors.joining(" "))
                + " Also by the header `Accept`; the parameter wins. The row formats send the whole "
                + whole + " unless `limit` is set, and take no `cursor`.");
    }
}
