package org.offshelf.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.Fault;
import org.offshelf.ledger.Reading;

/** The filters of the collections, where it is not their records that are listed. */
@ApplicationScoped
public class RecordFilters {

    private final Queries queries;
    private final ReferenceCheck references;
    private final CanonicalIds canonicalIds;

    RecordFilters(Queries queries, ReferenceCheck references, CanonicalIds canonicalIds) {
        this.queries = queries;
        this.references = references;
        this.canonicalIds = canonicalIds;
    }

    /**
     * @param parameters of which those are read that are filters of the collection
     * @param faults to which everything is added that is wrong with their values
     */
    public RecordFilter parse(CollectionSchema schema, Map<String, List<String>> parameters, List<Fault> faults) {
        QueryParser parser = new QueryParser(schema, Set.of());
        RecordFilter filter = new RecordFilter(schema, parser.criteria(parameters));
        faults.addAll(parser.faults());
        return filter;
    }

    /** Ends the request with all its faults: those found before, and the ids in the filter that name nothing. */
    public void requireKnown(RecordFilter filter, Links links, List<Fault> found) {
        references.requireKnown(filter.schema(), links, filter.criteria(), found);
    }

    /** Lets pass the id of a record, whatever its standing; otherwise the request ends with 308 or 404. */
    public void requireHeld(CollectionSchema schema, String id, Links links) {
        canonicalIds.requireHeld(schema, id, links);
    }

    /** @return what records are called, by id */
    public Map<String, String> labels(CollectionSchema schema, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Context context = new Context(Language.EN, null);
        String label = schema.label().expression().sql("r", context);
        Sql sql = new Sql().add("select r.id, ").add(label).add(" from ").add(schema.table()).add(" r where r.id in ")
                .bindAll(ids);
        Map<String, String> labels = new HashMap<>();
        queries.rows(sql, context)
                .forEach(row -> labels.put((String) row[0], row[1] == null ? (String) row[0] : row[1].toString()));
        return labels;
    }

    /**
     * The records the filter lists.
     *
     * @param sort such as {@code deadline:desc}
     * @return for each, the values of these fields
     */
    public List<Object[]> rows(RecordFilter filter, List<String> fields, String sort, int limit, Reading reading) {
        CollectionSchema schema = filter.schema();
        List<Field> select = fields.stream().map(name -> schema.field(name).orElseThrow()).toList();
        List<SortKey> keys = List.of(SortKey.parse(sort, schema).orElseThrow(), new SortKey(schema.id(), false));
        Context context = Context.of(Language.EN, reading);
        return queries.rows(new ListStatements(schema, context).page(filter.criteria(), select, keys, null, limit, 0), context);
    }

    /** @return those of the records that the collection's list has under this filter */
    public Set<String> listed(RecordFilter filter, Collection<String> ids, Reading reading) {
        Context context = Context.of(Language.EN, reading);
        Sql sql = new Sql().add("select r.id, 0");
        new Conditions(filter.schema(), context).write(sql, filter.criteria());
        return queries.rows(sql.add(" and r.id in ").bindAll(ids), context).stream().map(row -> (String) row[0])
                .collect(Collectors.toSet());
    }
}
