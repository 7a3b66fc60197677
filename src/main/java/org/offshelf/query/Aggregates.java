package org.offshelf.query;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.format.Format;
import org.offshelf.query.format.Output;
import org.offshelf.query.format.Table;

/** Answers requests for counts. */
@ApplicationScoped
class Aggregates {

    private final Readings readings;
    private final Moments moments;
    private final Pinning pinning;
    private final Cursors cursors;
    private final ReferenceCheck references;
    private final Revalidation revalidation;
    private final Negotiation negotiation;
    private final Groups groups;
    private final Envelopes envelopes;
    private final Tables tables;

    Aggregates(Readings readings, Moments moments, Pinning pinning, Cursors cursors, ReferenceCheck references,
            Revalidation revalidation,
            Negotiation negotiation, Groups groups, Envelopes envelopes, Tables tables) {
        this.readings = readings;
        this.moments = moments;
        this.pinning = pinning;
        this.cursors = cursors;
        this.references = references;
        this.revalidation = revalidation;
        this.negotiation = negotiation;
        this.groups = groups;
        this.envelopes = envelopes;
        this.tables = tables;
    }

    Response answer(CollectionSchema schema, Map<String, List<String>> parameters, Links request) {
        QueryParser parser = new QueryParser(schema, Set.of());
        Output output = negotiation.output(parameters, parser.faults());
        Moment moment = moments.parse(parameters, parser.faults());
        Links links = moment.pin(request);
        boolean isWhole = output.format().isRows();
        AggregateQuery query = new AggregateParser(schema, parser, parameters).parse(isWhole);
        String identity = moment.identity(query.identity());
        Cursor cursor = isWhole ? null
                : pinning.cursor(schema, query.cursor(), identity, query.criteria(), parser.faults(), links);
        return pinning.read(moment, cursor, links, reading -> {
            references.requireKnown(schema, links, query.criteria(), parser.faults());
            return revalidation.answer(reading, moment, links, output.format(), cursor != null,
                    () -> isWhole ? file(query, reading, output, links) : page(query, identity, cursor, reading, links));
        });
    }

    private Response page(AggregateQuery query, String identity, Cursor cursor, Reading reading, Links links) {
        Context context = Context.of(query.language(), reading);
        List<String> spans = groups.spans(query, context);
        // At one revision the groups stand still, and each page has to count them all anyway: a place in their order will do.
        long offset = cursor == null ? 0 : Long.parseLong(cursor.after().get(0));
        Groups.Page page = groups.page(query, context, spans, query.limit(), offset, links);
        long count = page.count();
        long end = offset + query.limit();
        String next = query.limit() == 0 || end >= count ? null
                : cursors.next(identity, reading.revision(), reading.today(), count, List.of(end));
        return envelopes.groups(query, reading, count, page.lines(), next, links);
    }

    private Response file(AggregateQuery query, Reading reading, Output output, Links links) {
        Context context = Context.of(query.language(), reading);
        List<String> spans = groups.spans(query, context);
        Groups.Page first = groups.page(query, context, spans, Math.min(query.limit(), GroupWalk.BATCH), 0, links);
        long count = Math.min(first.count(), query.limit());
        if (output.format() == Format.XLSX) {
            Tables.requireSheet(count, links);
        }
        GroupWalk all = new GroupWalk(
                offset -> readings.at(reading, same -> groups.page(query, context, spans,
                        (int) Math.min(count - offset, GroupWalk.BATCH), offset, links).lines()).orElseThrow(),
                first.lines(), count);
        return tables.file(new Table(query.schema().name() + "-aggregate", GroupLine.columns(query), all), reading, output,
                links);
    }
}
