package org.offshelf.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.Fault;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.format.Format;
import org.offshelf.query.format.Output;
import org.offshelf.query.format.Representation;

/** Answers the GETs of every collection: understood from its schema, read at one revision, written as JSON. */
@ApplicationScoped
public class Answers {

    /** Marks an operation that lists the collection named by the value; its parameters are documented from the schema. */
    public static final String LIST = "x-offshelf-list";
    /** Marks an operation that gets one record of the collection named by the value. */
    public static final String RECORD = "x-offshelf-record";

    /** Marks an operation that counts the records of the collection named by the value; see {@link Parameter}. */
    public static final String AGGREGATE = "x-offshelf-aggregate";

    /** Marks any other operation that takes the parameters of a {@link Moment}. */
    public static final String MOMENT = "x-offshelf-moment";

    private final Readings readings;
    private final Moments moments;
    private final RowReader rows;
    private final ReferenceCheck references;
    private final CanonicalIds canonicalIds;
    private final Cursors cursors;
    private final Revalidation revalidation;
    private final Envelopes envelopes;
    private final Tables tables;
    private final Negotiation negotiation;
    private final Facets facets;
    private final Pinning pinning;
    private final Aggregates aggregates;

    Answers(Readings readings, Moments moments, RowReader rows, ReferenceCheck references, CanonicalIds canonicalIds,
            Cursors cursors,
            Revalidation revalidation, Envelopes envelopes, Tables tables, Negotiation negotiation,
            Facets facets, Pinning pinning, Aggregates aggregates) {
        this.readings = readings;
        this.moments = moments;
        this.rows = rows;
        this.references = references;
        this.canonicalIds = canonicalIds;
        this.cursors = cursors;
        this.revalidation = revalidation;
        this.envelopes = envelopes;
        this.tables = tables;
        this.negotiation = negotiation;
        this.facets = facets;
        this.pinning = pinning;
        this.aggregates = aggregates;
    }

    public Response list(CollectionSchema schema, UriInfo uri) {
        return list(schema, uri, null);
    }

    /** The records that belong to the parent; the filter the path has set cannot be set again. */
    public Response list(CollectionSchema schema, UriInfo uri, Parent parent) {
        Set<String> absent = parent == null ? Set.of() : Set.of(parent.field());
        QueryParser parser = new QueryParser(schema, absent);
        Map<String, List<String>> parameters = parser.meant(uri.getQueryParameters());
        Output output = negotiation.output(uri.getQueryParameters(), parser.faults());
        ListQuery query = within(parent, parser.parseList(parameters, output.format().isRows()));
        List<Dimension> facets = FacetParser.parse(schema, absent, parameters, parser.faults());
        parser.faults().addAll(Negotiation.faults(query, output));
        Moment moment = moments.parse(uri.getQueryParameters(), parser.faults());
        Links links = moment.pin(new Links(uri.getRequestUri()));
        String identity = moment.identity(query.identity());
        Cursor cursor = output.format().isRows() ? null
                : pinning.cursor(schema, query.cursor(), identity, query.criteria(), parser.faults(), links);
        return pinning.read(moment, cursor, links, reading -> {
            if (parent != null) {
                canonicalIds.requireCanonical(parent.schema(), parent.id(), links, reading);
            }
            references.requireKnown(schema, links, query.criteria(), parser.faults());
            return revalidation.answer(reading, moment, links, output.format(), cursor != null,
                    () -> output.format().isRows() ? tables.list(query, reading, output, links)
                            : page(query, identity, facets, cursor, reading, links));
        });
    }

    private Response page(ListQuery query, String identity, List<Dimension> by, Cursor cursor, Reading reading,
            Links links) {
        Context context = Context.of(query.language(), reading);
        RowReader.Page page = cursor == null ? rows.first(query, context)
                : rows.page(query, context, keys(query, cursor), cursor.count());
        String next = page.lastKeys() == null ? null
                : cursors.next(identity, reading.revision(), reading.today(), page.count(), page.lastKeys());
        List<Facet> counted = by.stream().map(dimension -> facets.count(query, dimension, context)).toList();
        return envelopes.list(query, reading, page.count(), page.rows(), counted, next, links);
    }

    /** Counts of the collection's records, by up to three dimensions. */
    public Response aggregate(CollectionSchema schema, UriInfo uri) {
        return aggregates.answer(schema, uri.getQueryParameters(), new Links(uri.getRequestUri()));
    }

    public Response one(CollectionSchema schema, String id, UriInfo uri) {
        negotiation.requireJson();
        QueryParser parser = new QueryParser(schema, Set.of());
        ListQuery query = parser.parseSingle(uri.getQueryParameters());
        Moment moment = moments.parse(uri.getQueryParameters(), parser.faults());
        Links links = moment.pin(new Links(uri.getRequestUri()));
        return moments.read(moment, reading -> {
            references.requireKnown(schema, links, query.criteria(), parser.faults());
            canonicalIds.requireCanonical(schema, id, links, reading);
            return revalidation.answer(reading, moment, links, Format.JSON, false, () -> {
                Context context = Context.of(query.language(), reading);
                Response one = envelopes.one(query, rows.byId(query, context, Set.of(id)).get(id).row());
                return Response.fromResponse(one)
                        .header(HttpHeaders.LINK, Links.header(links.permanent(reading.revision()), "cite-as"))
                        .header(HttpHeaders.LINK, Links.header(links.citation(schema, id, reading.revision()), "describedby"))
                        .build();
            });
        });
    }

    /**
     * An answer of another kind about one record, such as its timeline; it takes no parameters but those of its moment.
     *
     * @param work what is written as JSON
     */
    public Response about(CollectionSchema schema, String id, UriInfo uri, Function<Reading, Object> work) {
        List<Fault> faults = new ArrayList<>();
        Moment moment = moments.parseAlone(uri.getQueryParameters(), faults);
        return at(moment, uri, (reading, links) -> {
            references.requireKnown(schema, links, List.of(), faults);
            canonicalIds.requireCanonical(schema, id, links, reading);
        }, work);
    }

    /**
     * The same in other forms than JSON, of which the client chooses one, and in the language it asks for.
     *
     * @param forms the first is that of a client that has no wish
     */
    public <R extends Representation> Response about(CollectionSchema schema, String id, UriInfo uri, List<R> forms,
            Function<Asked<R>, Object> work) {
        Map<String, List<String>> parameters = uri.getQueryParameters();
        QueryParser parser = new QueryParser(schema, Set.of());
        R form = negotiation.representation(forms, parameters, parser.faults());
        Language language = parser.language(parameters);
        Moment moment = moments.parseBeside(List.of("format", "lang"), parameters, parser.faults());
        Links links = moment.pin(new Links(uri.getRequestUri()));
        return moments.read(moment, reading -> {
            references.requireKnown(schema, links, List.of(), parser.faults());
            canonicalIds.requireCanonical(schema, id, links, reading);
            return revalidation.answer(reading, moment, links, form, false,
                    () -> Response.ok(work.apply(new Asked<>(form, language, reading, links)), form.mediaType()).build());
        });
    }

    /** What a client wants to have said. */
    public record Asked<R extends Representation>(R form, Language language, Reading reading, Links links) {
    }

    /** An answer that hangs on nothing but its URL and what the registry holds at the moment, with the tag that says so. */
    public Response at(Moment moment, UriInfo uri, Function<Reading, Object> work) {
        return at(moment, uri, (reading, links) -> {
        }, work);
    }

    /** @param check comes before the answer that nothing has changed */
    private Response at(Moment moment, UriInfo uri, BiConsumer<Reading, Links> check, Function<Reading, Object> work) {
        negotiation.requireJson();
        Links links = moment.pin(new Links(uri.getRequestUri()));
        return moments.read(moment, reading -> {
            check.accept(reading, links);
            return revalidation.answer(reading, moment, links, Format.JSON, false, () -> json(work.apply(reading)));
        });
    }

    /** The same of what there is only now. */
    public Response current(UriInfo uri, Function<Reading, Object> work) {
        negotiation.requireJson();
        return readings.current(reading -> revalidation.answer(reading, new Links(uri.getRequestUri()), Format.JSON,
                () -> json(work.apply(reading))));
    }

    private static Response json(Object body) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
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

    private static List<Object> keys(ListQuery query, Cursor cursor) {
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < query.keys().size(); i++) {
            keys.add(Cursors.key(query.keys().get(i), cursor.after().get(i)));
        }
        return keys;
    }
}
