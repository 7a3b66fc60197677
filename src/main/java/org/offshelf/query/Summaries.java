package org.offshelf.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

/** What there is to say of any record in a line: what it is called and where it stands. To be used within a reading. */
@ApplicationScoped
public class Summaries {

    private final RowReader rows;

    Summaries(RowReader rows) {
        this.rows = rows;
    }

    /** Those of the ids that the collection has, whatever their standing. */
    public Map<String, Summary> of(CollectionSchema schema, Collection<String> ids, Context context) {
        Optional<Field> since = Stream.of("statusSince", "since").map(schema::field).flatMap(Optional::stream).findFirst();
        List<Field> select = new ArrayList<>(List.of(schema.id(), schema.field("revision").orElseThrow()));
        Stream.of(Optional.of(schema.label()), schema.field("status"), since, schema.field("statusFrom"))
                .flatMap(Optional::stream)
                .forEach(select::add);
        ListQuery query = new ListQuery(schema, List.of(), List.copyOf(new LinkedHashSet<>(select)), List.of(), List.of(), 0,
                context.language(), null);
        Map<String, Summary> summaries = new LinkedHashMap<>();
        rows.byId(query, context, new LinkedHashSet<>(ids)).forEach((id, found) -> {
            Row row = found.row();
            summaries.put(id,
                    new Summary(id, text(row, Optional.of(schema.label())), text(row, schema.field("status")), text(row, since),
                            text(row, schema.field("statusFrom")), Long.parseLong(text(row, schema.field("revision"))),
                            found.standing(), found.successor()));
        });
        return summaries;
    }

    private static String text(Row row, Optional<Field> field) {
        return field.map(row::value).map(Object::toString).orElse(null);
    }

    /** @param successor the record it was merged into, or null */
    public record Summary(String id, String label, String status, String statusSince, String statusFrom, long revision,
            String standing, String successor) {
    }
}
