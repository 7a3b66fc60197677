package org.offshelf.catalogue;

import static org.offshelf.catalogue.FieldSchemas.array;
import static org.offshelf.catalogue.FieldSchemas.typed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.Coded;
import org.offshelf.ledger.Op;
import org.offshelf.query.PageSize;
import org.offshelf.query.format.Format;

/** Documents the operations that tell changes: they take the same parameters, as far as these make sense. */
public final class ChangeContract {

    /** Marks an operation that tells changes, by one of the following. */
    public static final String LINES = "x-offshelf-changes";
    public static final String PAGE = "page";
    public static final String HISTORY = "history";
    public static final String STREAM = "stream";
    public static final String FEED = "feed";
    public static final String DEADLINES = "deadlines";

    /** Fields of records that changes are followed by most. */
    private static final List<String> FOLLOWED = List.of("notice", "app", "operator", "regulator", "store", "category");

    private ChangeContract() {
    }

    static void complete(Operation operation) {
        if (!operation.hasExtension(LINES)) {
            return;
        }
        String kind = (String) operation.getExtension(LINES);
        operation.removeExtension(LINES);
        List<Parameter> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            parameters.addAll(operation.getParameters());
        }
        if (kind.equals(FEED) || kind.equals(DEADLINES)) {
            parameters.addAll(ofFeed(kind));
            operation.setParameters(parameters);
            return;
        }
        if (kind.equals(HISTORY)) {
            parameters.forEach(ChangeContract::describeRecord);
        }
        parameters.add(query("since", "Only what was changed after this revision; or after a line in it: `57.12`, as "
                + "`meta.nextSince` has it. If left out, from " + (kind.equals(STREAM) ? "now on." : "the beginning."),
                typed(SchemaType.STRING).pattern("^\\d{1,18}(\\.\\d{1,9})?$").examples(List.of("140"))));
        if (!kind.equals(HISTORY)) {
            parameters.addAll(filters());
        }
        parameters.addAll(choices("op", "What happened to the record", Arrays.stream(Op.values())));
        parameters.addAll(choices("cause", "Why: a document was read (`source`), we had it wrong (`correction`), the taxonomy"
                + " changed (`reclassification`), somebody looked (`observation`)", Arrays.stream(Cause.values())));
        if (!kind.equals(STREAM)) {
            parameters.addAll(range());
            answer(operation);
        }
        operation.setParameters(parameters);
    }

    private static void describeRecord(Parameter parameter) {
        if (parameter.getName().equals("type")) {
            parameter.description("The collection.").example("findings")
                    .schema(typed(SchemaType.STRING).enumeration(new ArrayList<>(Catalogue.names())));
        } else {
            parameter.description("Id of the record, whatever became of it.")
                    .example(Examples.id(Catalogue.find("findings").orElseThrow()));
        }
    }

    private static List<Parameter> ofFeed(String kind) {
        if (kind.equals(DEADLINES)) {
            return FilterParameters.of(Catalogue.find("findings").orElseThrow(), null);
        }
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(query("type", "The collection.",
                typed(SchemaType.STRING).enumeration(new ArrayList<>(Catalogue.names())).defaultValue("findings")));
        parameters.add(query("limit", "At most so many records.", typed(SchemaType.INTEGER).minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(200)).defaultValue(PageSize.DEFAULT)));
        FOLLOWED.forEach(
                field -> parameters.add(list(field, "Records whose `" + field + "` is this, where the collection has the "
                        + "field. So for every filter of the collection.", List.of())));
        return parameters;
    }

    private static List<Parameter> filters() {
        List<Parameter> filters = new ArrayList<>();
        filters.add(list("type", "Changes to records of these collections.", Catalogue.names()));
        filters.add(list("type.not", "Changes to records of other collections.", Catalogue.names()));
        filters.add(list("id", "Changes to these records.", List.of()));
        FOLLOWED.forEach(
                field -> filters.add(list(field, "Of records whose `" + field + "` is this, with one `type` that has the "
                        + "field. So for every filter of that collection.", List.of())));
        return filters;
    }

    private static List<Parameter> choices(String name, String description, Stream<? extends Coded> codes) {
        List<String> allowed = codes.map(Coded::code).toList();
        return List.of(list(name, description + ".", allowed),
                list(name + ".not", description + "; but none of these.", allowed));
    }

    private static List<Parameter> range() {
        String at = " Days in Asia/Shanghai (a week, month, quarter or year as well), or an instant in UTC.";
        List<Parameter> range = new ArrayList<>();
        range.add(query("until", "Up to this revision.", typed(SchemaType.INTEGER).minimum(BigDecimal.ZERO)));
        range.add(query("at", "Changed then." + at, instant()));
        range.add(query("at.gt", "Changed after that." + at, instant()));
        range.add(query("at.gte", "Changed then or later." + at, instant()));
        range.add(query("at.lt", "Changed before that." + at, instant()));
        range.add(query("at.lte", "Changed then or earlier." + at, instant()));
        range.add(query("limit", "At most so many lines. The row formats have all unless it is set.", typed(SchemaType.INTEGER)
                .minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageSize.MAX)).defaultValue(PageSize.DEFAULT)));
        range.addAll(ShapeParameters.ofFormat());
        return range;
    }

    private static Schema instant() {
        return typed(SchemaType.STRING).examples(List.of("2026-11-20T00:00:00Z"));
    }

    private static void answer(Operation operation) {
        Content content = OASFactory.createContent().addMediaType("application/json",
                OASFactory.createMediaType().schema(FieldSchemas.ref("ChangeList")));
        for (Format format : Format.values()) {
            if (format.isRows()) {
                content.addMediaType(format.mediaTypeName(), OASFactory.createMediaType().schema(typed(SchemaType.STRING)));
            }
        }
        operation.getResponses().addAPIResponse("200", OASFactory.createAPIResponse()
                .description("The lines, in order; none is no error.").content(content));
    }

    private static Parameter list(String name, String description, List<String> allowed) {
        Schema value = typed(SchemaType.STRING);
        if (!allowed.isEmpty()) {
            value.setEnumeration(new ArrayList<>(allowed));
        }
        return query(name, description, array(value)).style(Parameter.Style.FORM).explode(false);
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description).schema(schema);
    }
}
