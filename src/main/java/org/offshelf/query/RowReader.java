package org.offshelf.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.term.Phrase;

/** Runs the statements of list requests and shapes what comes back into rows. */
@ApplicationScoped
class RowReader {

    private final Queries queries;

    RowReader(Queries queries) {
        this.queries = queries;
    }

    long count(CollectionSchema schema, Context context, List<Criterion> criteria) {
        Object[] row = queries.rows(new ListStatements(schema, context).count(criteria), context).get(0);
        return ((Number) row[0]).longValue();
    }

    boolean isFoundByCount(ListQuery query, Context context) {
        return new ListStatements(query.schema(), context).isFoundByCount(query.criteria(), query.keys());
    }

    /** The first page of a list, and how many records the query finds. */
    Page first(ListQuery query, Context context) {
        if (query.limit() == 0 || Search.phrase(query.criteria()).isEmpty()) {
            return page(query, context, null, count(query.schema(), context, query.criteria()));
        }
        List<Object[]> found = queries.rows(new ListStatements(query.schema(), context).countedPage(query.criteria(),
                withReferences(query), query.keys(), query.limit() + 1), context);
        Object[] any = found.isEmpty() ? null : found.get(0);
        return shown(query, context, found, any == null ? 0 : ((Number) any[any.length - 1]).longValue());
    }

    /**
     * A page of rows with their sort keys.
     *
     * @param after the sort keys of the last record of the page before; null for the first page
     * @param count how many records the query finds, or fewer where that is not known
     */
    Page page(ListQuery query, Context context, List<Object> after, long count) {
        if (query.limit() == 0) {
            return new Page(List.of(), null, count);
        }
        List<Object[]> found = queries
                .rows(new ListStatements(query.schema(), context).page(query.criteria(), withReferences(query), query.keys(),
                        after, query.limit() + 1, count), context);
        return shown(query, context, found, count);
    }

    private Page shown(ListQuery query, Context context, List<Object[]> found, long count) {
        List<Field> fields = withReferences(query);
        List<Row> rows = new ArrayList<>();
        for (Object[] values : found.subList(0, Math.min(query.limit(), found.size()))) {
            rows.add(new Row(fields, values));
        }
        include(query, context, rows);
        explain(query, context, rows);
        List<Object> last = null;
        if (found.size() > query.limit()) {
            Object[] values = found.get(query.limit() - 1);
            last = new ArrayList<>();
            for (int i = 0; i < query.keys().size(); i++) {
                last.add(values[fields.size() + i]);
            }
        }
        return new Page(rows, last, count);
    }

    /** Records by id, in no order, whatever their standing. */
    Map<String, Found> byId(ListQuery query, Context context, Set<String> ids) {
        Map<String, Found> found = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        List<Field> fields = withReferences(query);
        List<Row> rows = new ArrayList<>();
        for (Object[] values : queries.rows(new ListStatements(query.schema(), context).byId(ids, fields), context)) {
            Row row = new Row(fields, values);
            rows.add(row);
            int tail = fields.size();
            if (!values[tail].equals("current")) {
                row.former(new Row.Former((String) values[tail], (String) values[tail + 1], (String) values[tail + 2]));
            }
            found.put((String) row.value(query.schema().id()), new Found(row, (String) values[tail],
                    (String) values[tail + 1], (String) values[tail + 2]));
        }
        include(query, context, rows);
        return found;
    }

    /** The fields to read: those to show, and the id and the references whose records are shown too. */
    private static List<Field> withReferences(ListQuery query) {
        Set<Field> fields = new LinkedHashSet<>(query.select());
        fields.add(query.schema().id());
        query.include().stream().filter(field -> !field.isMultiple()).forEach(fields::add);
        return List.copyOf(fields);
    }

    private void include(ListQuery query, Context context, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        for (Field reference : query.include()) {
            if (reference.isMultiple()) {
                includeMany(query, context, reference, rows);
            } else {
                includeOne(query, context, reference, rows);
            }
        }
    }

    /** Says of each row what it was found by. */
    private void explain(ListQuery query, Context context, List<Row> rows) {
        Optional<Phrase> phrase = Search.phrase(query.criteria());
        if (phrase.isEmpty() || rows.isEmpty()) {
            return;
        }
        Map<String, Row> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put((String) row.value(query.schema().id()), row));
        Map<String, List<Match>> matches = new Matches(queries, new Hits(query.schema(), context), context).of(phrase.get(),
                byId.keySet());
        byId.forEach((id, row) -> row.matchedOn(matches.getOrDefault(id, List.of())));
    }

    private void includeOne(ListQuery query, Context context, Field reference, List<Row> rows) {
        Set<String> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add((String) row.value(reference)));
        ids.removeIf(Objects::isNull);
        Map<String, Found> found = byId(plain(reference.target(), query), context, ids);
        for (Row row : rows) {
            Found target = found.get((String) row.value(reference));
            row.included().put(reference.name(), target == null ? null : target.row());
        }
    }

    private void includeMany(ListQuery query, Context context, Field reference, List<Row> rows) {
        Map<String, List<Row>> byOwner = new LinkedHashMap<>();
        rows.forEach(row -> byOwner.put((String) row.value(query.schema().id()), new ArrayList<>()));
        List<Object[]> links = queries.rows(new ListStatements(query.schema(), context).linked(reference, byOwner.keySet()),
                context);
        Set<String> ids = new LinkedHashSet<>();
        links.forEach(link -> ids.add((String) link[1]));
        Map<String, Found> found = byId(plain(reference.target(), query), context, ids);
        for (Object[] link : links) {
            String locator = (String) link[2];
            Row target = found.get((String) link[1]).row();
            byOwner.get((String) link[0]).add(locator == null || locator.isEmpty() ? target : target.citedAt(locator));
        }
        rows.forEach(row -> row.included().put(reference.name(), byOwner.get((String) row.value(query.schema().id()))));
    }

    private static ListQuery plain(CollectionSchema target, ListQuery query) {
        return new ListQuery(target, List.of(), List.copyOf(target.fields()), List.of(), List.of(), 0, query.language(), null);
    }

    /**
     * @param lastKeys the sort keys of the last row if more follow, else null
     * @param count how many records the query finds, or fewer where that is not known
     */
    record Page(List<Row> rows, List<Object> lastKeys, long count) {
    }

    record Found(Row row, String standing, String reason, String successor) {
    }
}
