package org.offshelf.catalogue;

import static org.offshelf.catalogue.FieldSchemas.array;
import static org.offshelf.catalogue.FieldSchemas.typed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Comparison;
import org.offshelf.query.Field;
import org.offshelf.query.Filter;
import org.offshelf.query.Search;

/** The query parameters that filter a collection. */
final class FilterParameters {

    /** A year, a quarter, a month, a week (ISO 8601) or a day. */
    private static final String DATE = "^\\d{4}(-Q[1-4]|-W\\d{2}|-\\d{2}(-\\d{2})?)?$";

    private FilterParameters() {
    }

    /** @param fixed the field that the path has set; null if none */
    static List<Parameter> of(CollectionSchema collection, Field fixed) {
        return collection.filters().values().stream()
                .filter(filter -> fixed == null || !filter.parameter().equals(fixed.name()))
                .sorted(Comparator.comparing(FilterParameters::rank))
                .map(filter -> parameter(collection, filter)).toList();
    }

    /** What is asked for most comes first: Swagger UI shows a long page of these. */
    private static int rank(Filter filter) {
        if (filter.comparison() == Comparison.NOT || filter.comparison() == Comparison.ALL
                || filter.comparison() == Comparison.EXISTS) {
            return 2;
        }
        return filter.via() == null ? 0 : 1;
    }

    private static Parameter parameter(CollectionSchema collection, Filter filter) {
        Object example = example(collection, filter);
        Parameter parameter = OASFactory.createParameter().name(filter.parameter()).in(Parameter.In.QUERY)
                .description(description(filter, example));
        if (filter.comparison().takesMany()) {
            Schema value = value(filter);
            if (example != null) {
                value.setExamples(List.of(example));
            }
            return parameter.style(Parameter.Style.FORM).explode(false).schema(array(value));
        }
        Schema schema = value(filter);
        if (example != null) {
            schema.setExamples(List.of(example));
        }
        return parameter.schema(schema);
    }

    private static Schema value(Filter filter) {
        if (filter.comparison() == Comparison.EXISTS) {
            return typed(SchemaType.BOOLEAN);
        }
        if (filter.comparison() == Comparison.MATCHES) {
            return typed(SchemaType.STRING).maxLength(Search.MAX_LENGTH);
        }
        return switch (filter.field().type()) {
            case INTEGER -> typed(SchemaType.INTEGER);
            case DECIMAL -> typed(SchemaType.NUMBER);
            case DATE -> typed(SchemaType.STRING).pattern(DATE);
            case CODE -> typed(SchemaType.STRING).enumeration(new ArrayList<>(filter.field().codes()));
            default -> typed(SchemaType.STRING);
        };
    }

    /**
     * Examples are spelt out here and in the schema. Not in the parameter: Swagger UI would fill all of them in, and so ask
     * for what no record can be.
     */
    private static String description(Filter filter, Object example) {
        return description(filter) + (example == null ? "" : " Example: `" + example + "`");
    }

    static String description(Filter filter) {
        return (filter.via() == null ? "" : "Of `" + filter.via().name() + "`: ") + filter.description();
    }

    private static Object example(CollectionSchema collection, Filter filter) {
        if (filter.comparison() == Comparison.EXISTS) {
            return null;
        }
        CollectionSchema owner = filter.via() == null ? collection : filter.via().target();
        Object value = Examples.value(owner, filter.field());
        return value instanceof List<?> values ? values.stream().findFirst().orElse(null) : value;
    }
}
