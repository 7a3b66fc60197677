package org.offshelf.catalogue;

import static org.offshelf.catalogue.FieldSchemas.typed;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.offshelf.query.Moment;

/** The query parameters that say of when an answer is to speak. */
final class MomentParameters {

    private MomentParameters() {
    }

    static List<Parameter> all() {
        return List.of(
                query(Moment.AS_OF,
                        "What was true in the world on that day, as far as it is known: only what had been published,"
                                + " decided, said or had happened by then. Statuses are those of that day, and deadlines are judged on"
                                + " it. Apps and operators are there once something names them, documents once they are published;"
                                + " regulators, stores and categories always. A day in Asia/Shanghai, not in the future.",
                        typed(SchemaType.STRING).format("date").examples(List.of("2021-12-31"))),
                query(Moment.KNOWN_AT,
                        "What this registry held then, at an instant (`2021-12-31T08:30:00Z`) or at the end of a day in Asia/Shanghai: the"
                                + " answer is that of the last revision until then, and its links name it. Not beside `revision`.",
                        typed(SchemaType.STRING)),
                query(Moment.REVISION, "What this registry held at that revision. Deadlines are judged on the day it was made,"
                        + " unless `asOf` names another. The answer never changes, to the byte, and may be kept for ever.",
                        typed(SchemaType.INTEGER).minimum(BigDecimal.ONE)));
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description).schema(schema);
    }
}
