package org.offshelf.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Context;
import org.offshelf.query.Language;
import org.offshelf.query.Searched;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Where the texts of a collection's records stand: as the records have them, and as the index has them. */
final class RecordTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** No text depends on the day. */
    private static final Context CONTEXT = new Context(Language.ZH, LocalDate.EPOCH);

    private final Connection connection;
    private final CollectionSchema schema;

    RecordTexts(Connection connection, CollectionSchema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** The texts the records have now. */
    Map<Place, SearchedText> wanted(List<String> ids) throws SQLException {
        String columns = schema.searched().stream().map(searched -> searched.expression().sql("r", CONTEXT))
                .collect(Collectors.joining(", "));
        Map<Place, SearchedText> wanted = new LinkedHashMap<>();
        Jdbc.select(connection,
                "select r.id, " + columns + " from " + schema.table() + " r where r.id in " + Jdbc.marks(ids.size()), ids,
                row -> {
                    for (int i = 0; i < schema.searched().size(); i++) {
                        Searched searched = schema.searched().get(i);
                        for (String printed : texts(row.getString(i + 2))) {
                            SearchedText text = new SearchedText(searched.style(), printed);
                            wanted.put(new Place(row.getString(1), searched.field(), text.id(), searched.weight()), text);
                        }
                    }
                    return null;
                });
        return wanted;
    }

    /** Those the index has. */
    Set<Place> present(List<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<Object> values = new ArrayList<>(List.of(schema.singular()));
        values.addAll(ids);
        return new HashSet<>(Jdbc.select(connection,
                "select record_id, field, text_id, weight from record_text where record_type = ? and record_id in "
                        + Jdbc.marks(ids.size()),
                values, row -> new Place(row.getString(1), row.getString(2), row.getLong(3), row.getInt(4))));
    }

    void remove(Collection<Place> places) throws SQLException {
        Jdbc.each(connection, "delete from record_text where record_type = ? and record_id = ? and field = ? and text_id = ?",
                places.stream().map(place -> List.<Object> of(schema.singular(), place.id(), place.field(), place.text()))
                        .toList());
    }

    void add(Collection<Place> places) throws SQLException {
        Jdbc.each(connection, "insert into record_text (record_type, record_id, field, text_id, weight) values (?, ?, ?, ?, ?)",
                places.stream().map(
                        place -> List.<Object> of(schema.singular(), place.id(), place.field(), place.text(), place.weight()))
                        .toList());
    }

    /** The elements of a JSON array, the lines of anything else. */
    private static List<String> texts(String value) {
        if (value == null) {
            return List.of();
        }
        boolean isArray = value.equals("[]") || value.startsWith("[\"");
        List<String> texts = isArray ? elements(value) : value.lines().toList();
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static List<String> elements(String array) {
        try {
            return List.of(JSON.readValue(array, String[].class));
        } catch (JsonProcessingException e) {
            // A text that only begins like an array.
            return List.of(array);
        }
    }

    /** A text in a field of a record. */
    record Place(String id, String field, long text, int weight) {
    }
}
