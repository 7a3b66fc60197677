package org.offshelf.catalogue;

import static org.offshelf.catalogue.FieldSchemas.array;
import static org.offshelf.catalogue.FieldSchemas.typed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Field;
import org.offshelf.query.PageSize;
import org.offshelf.query.Parameters;

/** The query parameters that shape an answer. */
final class ShapeParameters {

    private ShapeParameters() {
    }

    /** @param fixed the field that the path has set; null if none */
    static List<Parameter> ofList(CollectionSchema collection, Field fixed) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(query("limit", "At most this many records; 0 only counts.",
                typed(SchemaType.INTEGER).minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(PageSize.MAX))
                        .defaultValue(PageSize.DEFAULT)));
        parameters.add(query("cursor", "Goes on where a page ended: `meta.nextCursor` of that page, with the same filters and "
                + "the same order.", typed(SchemaType.STRING)));
        parameters
                .add(list("sort", "The order, first key first; `:desc` reverses a key. The id is always appended. Without it: `"
                        + String.join(",", collection.defaultOrder()) + "`", sortKeys(collection)));
        parameters.addAll(ofRecord(collection));
        parameters.addAll(described(Parameters.ofForm(collection, fixed == null ? Set.of() : Set.of(fixed.name()))));
        return parameters;
    }

    static List<Parameter> ofAggregate(CollectionSchema collection) {
        return described(Parameters.ofAggregate(collection));
    }

    /** Those that choose the form of what is sent whole. */
    static List<Parameter> ofFormat() {
        return described(Parameters.ofFormat());
    }

    private static List<Parameter> described(List<org.offshelf.query.Parameter> parameters) {
        return parameters.stream().map(ShapeParameters::described).toList();
    }

    private static Parameter described(org.offshelf.query.Parameter parameter) {
        Schema schema = typed(SchemaType.valueOf(parameter.type().name()));
        if (!parameter.allowed().isEmpty()) {
            schema.setEnumeration(new ArrayList<>(parameter.allowed()));
        }
        if (parameter.preset() != null && !parameter.isList()) {
            schema.setDefaultValue(parameter.preset());
        }
        if (parameter.isList()) {
            return query(parameter.name(), parameter.description(), array(schema)).style(Parameter.Style.FORM).explode(false);
        }
        return query(parameter.name(), parameter.description(), schema);
    }

    static List<Parameter> ofRecord(CollectionSchema collection) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(list("select", "The fields to show, all by default.", names(collection.fields().stream())));
        List<Object> includable = names(collection.includable().stream());
        if (!includable.isEmpty()) {
            parameters.add(list("include", "Shows, under `included`, the records these fields refer to"
                    + (collection.referring().isEmpty() ? "."
                            : ", or that refer to this one (" + collection.referring().stream()
                                    .map(field -> '`' + field.name() + '`').collect(Collectors.joining(", ")) + ")."),
                    includable));
        }
        parameters.add(query("lang", "The language of names and labels that exist in both.",
                typed(SchemaType.STRING).enumeration(List.of("en", "zh")).defaultValue("en")));
        return parameters;
    }

    private static List<Object> sortKeys(CollectionSchema collection) {
        return collection.fields().stream().filter(Field::isSortable)
                .<Object> flatMap(field -> Stream.of(field.name(), field.name() + ":desc")).toList();
    }

    private static List<Object> names(Stream<Field> fields) {
        return fields.<Object> map(Field::name).toList();
    }

    private static Parameter list(String name, String description, List<Object> values) {
        return query(name, description, array(typed(SchemaType.STRING).enumeration(values)))
                .style(Parameter.Style.FORM).explode(false);
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description).schema(schema);
    }
}
