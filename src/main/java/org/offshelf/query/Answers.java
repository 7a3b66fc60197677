package org.offshelf.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;

/** Answers the GETs of every collection: understood from its schema, read at one revision, written as JSON. */
@ApplicationScoped
public class Answers {

    /** Marks an operation that lists the collection named by the value; its parameters are documented from the schema. */
    public static final String LIST = "x-offshelf-list";
    /** Marks an operation that gets one record of the collection named by the value. */
    public static final String RECORD = "x-offshelf-record";

    private final Readings readings;
    private final RowReader rows;
    private final ReferenceCheck references;
    private final Identities identities;
    private final Cursors cursors;
    private final Revalidation revalidation;
    private final Envelopes envelopes;

    Answers(Readings readings, RowReader rows, ReferenceCheck references, Identities identities, Cursors cursors,
            Revalidation revalidation, Envelopes envelopes) {
        this.readings = readings;
        this.rows = rows;
        this.references = references;
        this.identities = identities;
        this.cursors = cursors;
        this.revalidation = revalidation;
        this.envelopes = envelopes;
    }

    public Response list(CollectionSchema schema, UriInfo uri) {
        return list(schema, uri, null);
    }

    /** The records that belong to the parent; the filter the path has set cannot be set again. */
    public Response list(CollectionSchema schema, UriInfo uri, Parent parent) {
        QueryParser parser = new QueryParser(schema, parent == null ? Set.of() : Set.of(parent.field()));
        ListQuery query = within(parent, parser.parseList(uri.getQueryParameters()));
        Links links = new Links(uri.getRequestUri());
        Cursor cursor = query.cursor() == null ? null : cursor(parser, query, links);
        return read(cursor, links, reading -> {
            if (parent != null) {
                identities.requireCanonical(parent.schema(), parent.id(), links);
            }
            check(parser, query);
            return revalidation.answer(reading, links, MediaType.APPLICATION_JSON, cursor != null,
                    () -> page(query, cursor, reading, links));
        });
    }

    private Response page(ListQuery query, Cursor cursor, Reading reading, Links links) {
        Context context = new Context(query.language(), reading.today());
        long count = cursor == null ? rows.count(query.schema(), context, query.criteria()) : cursor.count();
        List<Object> after = cursor == null ? null : keys(query, cursor);
        RowReader.Page page = query.limit() == 0 ? new RowReader.Page(List.of(), null) : rows.page(query, context, after);
        String next = page.lastKeys() == null ? null
                : cursors.next(query, reading.revision(), reading.today(), count, page.lastKeys());
        return envelopes.list(query, reading, count, page.rows(), next, links);
    }

    public Response one(CollectionSchema schema, String id, UriInfo uri) {
        QueryParser parser = new QueryParser(schema, Set.of());
        ListQuery query = parser.parseSingle(uri.getQueryParameters());
        Links links = new Links(uri.getRequestUri());
        return readings.current(reading -> {
            check(parser, query);
            identities.requireCanonical(schema, id, links);
            return revalidation.answer(reading, links, MediaType.APPLICATION_JSON, false, () -> {
                Context context = new Context(query.language(), reading.today());
                return envelopes.one(query, rows.byId(query, context, Set.of(id)).get(id).row());
            });
        });
    }

    private void check(QueryParser parser, ListQuery query) {
        check(parser, query, List.of());
    }

    /** @param others told with the faults of the query, if it has any */
    private void check(QueryParser parser, ListQuery query, List<Fault> others) {
        List<Fault> faults = new ArrayList<>(parser.faults());
        faults.addAll(references.faults(query.criteria()));
        if (!faults.isEmpty()) {
            faults.addAll(others);
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults));
        }
    }

    private static ListQuery within(Parent parent, ListQuery query) {
        if (parent == null) {
            return query;
        }
        Filter filter = query.schema().filters().get(parent.field());
        List<Criterion> criteria = new ArrayList<>(query.criteria());
        criteria.add(new Criterion(filter, List.of(parent.id())));
        return new ListQuery(query.schema(), criteria, query.select(), query.include(), query.sort(), query.limit(),
                query.language(), query.cursor());
    }

    private Response read(Cursor cursor, Links links, Function<Reading, Response> work) {
        if (cursor == null) {
            return readings.current(work);
        }
        Optional<Response> answer = readings.at(cursor.revision(), cursor.today(), work);
        return answer.orElseThrow(() -> invalid("It names a revision this registry does not have.", links));
    }

    private Cursor cursor(QueryParser parser, ListQuery query, Links links) {
        Optional<Cursor> cursor = cursors.read(query.cursor());
        if (cursor.isPresent() && cursors.belongsTo(cursor.get(), query)) {
            return cursor.get();
        }
        ProblemException invalid = invalid(cursor.isEmpty() ? "It is none that this registry gave out, or it was changed."
                : "It belongs to another query: keep collection, filters, sort and language as they were.", links);
        return readings.current(reading -> {
            // A parameter that was not understood is the likelier reason why the query is another.
            List<Fault> faults = cursor.isEmpty() ? invalid.problem().errors() : List.of();
            check(parser, query, faults);
            throw invalid;
        });
    }

    private static List<Object> keys(ListQuery query, Cursor cursor) {
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < query.keys().size(); i++) {
            keys.add(Cursors.key(query.keys().get(i), cursor.after().get(i)));
        }
        return keys;
    }

    private static ProblemException invalid(String reason, Links links) {
        Fault fault = Fault.invalidValue("cursor", null, reason + " Start again without it.");
        return new ProblemException(Problem.of(ProblemType.INVALID_CURSOR, List.of(fault)).trying(links.start()));
    }

}
