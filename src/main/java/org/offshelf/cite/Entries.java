package org.offshelf.cite;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.coverage.SurveySchema;
import org.offshelf.ledger.ChangeLog;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Context;
import org.offshelf.query.Field;
import org.offshelf.query.FieldType;
import org.offshelf.query.Language;
import org.offshelf.query.RecordFilters;
import org.offshelf.query.Summaries;
import org.offshelf.source.SourceSchema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Gathers what a bibliography says of a record. To be used within a reading. */
@ApplicationScoped
class Entries {

    /** Who speaks in a record: the first of these fields it has. What has none of them is the registry's own. */
    private static final List<String> AUTHORS = List.of("regulator", "publisher");
    /** When: the first that has a value. */
    private static final List<String> DAYS = List.of("published", "announced", "decided", "made", "since", "filed", "checked");
    /** Some records rest on dozens. */
    private static final int SOURCES = 5;
    private static final int LONGEST_TITLE = 300;

    private final RecordFilters records;
    private final Summaries summaries;
    private final ChangeLog log;
    private final ObjectMapper json;

    Entries(RecordFilters records, Summaries summaries, ChangeLog log, ObjectMapper json) {
        this.records = records;
        this.summaries = summaries;
        this.log = log;
        this.json = json;
    }

    /** @param url where the record is found as it is cited */
    Entry read(CollectionSchema schema, String id, Language language, Reading reading, String url) {
        Optional<Field> author = author(schema);
        List<Field> days = DAYS.stream().map(schema::field).flatMap(Optional::stream).toList();
        Optional<Field> sources = schema.field("sources");
        List<Field> fields = Stream.of(days.stream(), author.stream(), sources.stream()).flatMap(all -> all).toList();
        Object[] values = values(schema, List.of(id), fields, reading).get(0);
        Context context = Context.of(language, reading);
        return new Entry(id, schema.singular(), title(schema, id, context),
                author.map(field -> names(field, values[fields.indexOf(field)], context)).orElse(List.of(Entry.PUBLISHER)),
                days.stream().map(field -> day(values[fields.indexOf(field)])).filter(Objects::nonNull).findFirst()
                        .orElse(null),
                LocalDate.ofInstant(log.at(reading.revision()), Readings.ZONE), url, reading.revision(),
                language == Language.ZH ? "zh" : "en",
                sources.map(field -> documents(ids(values[fields.indexOf(field)]), reading)).orElse(List.of()));
    }

    /** An operator speaks in nothing but its statements. */
    private static Optional<Field> author(CollectionSchema schema) {
        if (schema.equals(SurveySchema.SURVEYS)) {
            return Optional.empty(); // somebody else looked through what the regulator published
        }
        return Stream.concat(AUTHORS.stream(), Stream.of("operator").filter(name -> schema.field("made").isPresent()))
                .map(schema::field).flatMap(Optional::stream).findFirst();
    }

    private String title(CollectionSchema schema, String id, Context context) {
        String label = summaries.of(schema, List.of(id), context).get(id).label();
        String title = label == null ? id : label;
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    private List<String> names(Field field, Object value, Context context) {
        if (value == null) {
            return List.of(Entry.PUBLISHER);
        }
        if (field.type() != FieldType.REFERENCE) {
            return List.of(value.toString());
        }
        List<String> ids = field.isMultiple() ? ids(value) : List.of(value.toString());
        // One that was not there yet on the day asked for has no name then.
        List<String> names = summaries.of(field.target(), ids, context).values().stream().map(Summaries.Summary::label)
                .filter(Objects::nonNull).sorted().toList();
        return names.isEmpty() ? List.of(Entry.PUBLISHER) : names;
    }

    private List<Entry.SourceDocument> documents(List<String> ids, Reading reading) {
        List<Field> fields = Stream.of("title", "publisher", "url").map(SourceSchema.SOURCES::field).flatMap(Optional::stream)
                .toList();
        return ids.isEmpty() ? List.of()
                : values(SourceSchema.SOURCES, ids.subList(0, Math.min(SOURCES, ids.size())), fields, reading).stream()
                        .map(row -> new Entry.SourceDocument((String) row[0], (String) row[1], (String) row[2])).toList();
    }

    private List<Object[]> values(CollectionSchema schema, Collection<String> ids, List<Field> fields, Reading reading) {
        return records.rows(records.parse(schema, Map.of("id", List.copyOf(ids)), new ArrayList<>()),
                fields.stream().map(Field::name).toList(), "id", ids.size(), reading);
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : value == null ? null : LocalDate.parse(value.toString());
    }

    private List<String> ids(Object array) {
        try {
            return json.readValue(array.toString(), new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database wrote JSON that cannot be read", e);
        }
    }
}
