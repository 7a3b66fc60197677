package org.offshelf.changes;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.hibernate.Session;
import org.offshelf.http.Etags;
import org.offshelf.http.Fault;
import org.offshelf.ledger.ChangeLog;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.Build;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Links;
import org.offshelf.query.Negotiation;
import org.offshelf.query.PageSize;
import org.offshelf.query.RecordFilters;
import org.offshelf.query.Revalidation;
import org.offshelf.query.Tables;
import org.offshelf.query.format.Format;
import org.offshelf.query.format.Output;
import org.offshelf.query.format.Table;

/**
 * Answers requests for changes. A page that ends before the last revision will never be another, and can be kept for ever; the
 * last one is valid until the next revision, and whether it is still is known without reading the ledger.
 */
@ApplicationScoped
class ChangeAnswers {

    private final ChangeRanges ranges;
    private final ChangeReader reader;
    private final ChangeLog log;
    private final Readings readings;
    private final Session session;
    private final RecordFilters filters;
    private final Negotiation negotiation;
    private final Revalidation revalidation;
    private final Tables tables;

    ChangeAnswers(ChangeRanges ranges, ChangeReader reader, ChangeLog log, Readings readings, Session session,
            RecordFilters filters,
            Negotiation negotiation, Revalidation revalidation, Tables tables) {
        this.ranges = ranges;
        this.reader = reader;
        this.log = log;
        this.readings = readings;
        this.session = session;
        this.filters = filters;
        this.negotiation = negotiation;
        this.revalidation = revalidation;
        this.tables = tables;
    }

    Response changes(UriInfo uri) {
        return answer("changes", ChangeParameters.ofPage(uri.getQueryParameters(), filters), uri);
    }

    Response history(CollectionSchema schema, String id, UriInfo uri) {
        readings.current(reading -> {
            filters.requireHeld(schema, id, new Links(uri.getRequestUri()));
            return null;
        });
        return answer(id + "-history", ChangeParameters.ofRecord(schema, id, uri.getQueryParameters()), uri);
    }

    /** The last change of each record, as a file. */
    Response modified(UriInfo uri) {
        ChangeRequest request = ChangeParameters.ofModified(uri.getQueryParameters());
        Links links = new Links(uri.getRequestUri());
        ChangeRange range = ranges.of(request, List.of(), links);
        Reading reading = new Reading(range.current(), readings.today());
        return revalidation.answer(etag(range.current(), Format.CSV, links), false,
                () -> tables.file(new Table("modified", ModifiedWalk.COLUMNS,
                        new ModifiedWalk(readings, log, session, range.since().complete(), reading)), reading,
                        new Output(Format.CSV, false), links));
    }

    private Response answer(String name, ChangeRequest request, UriInfo uri) {
        List<Fault> faults = new ArrayList<>();
        Output output = negotiation.output(uri.getQueryParameters(), faults);
        Links links = new Links(uri.getRequestUri());
        ChangeRange range = ranges.of(request, faults, links);
        Format format = output.format();
        if (format.isRows()) {
            return revalidation.answer(etag(range.current(), format, links), false,
                    () -> file(name, request, range, output, links));
        }
        return page(request, range, links);
    }

    private Response page(ChangeRequest request, ChangeRange range, Links links) {
        String latest = etag(range.current(), Format.JSON, links);
        if (!range.isClosed() && revalidation.isHeld(latest)) {
            return revalidation.answer(latest, false, () -> null);
        }
        Slice slice = reader.read(request.filter(), range.since(), range.until(),
                request.limit() == null ? PageSize.DEFAULT : request.limit());
        boolean isFinal = slice.hasMore() || range.isClosed();
        long revision = slice.end().complete();
        // Two pages of one address can end within one revision, and a last page becomes one that has a next.
        String tag = isFinal ? etag(revision, Format.JSON, links, slice.end() + (slice.hasMore() ? "+" : "")) : latest;
        return revalidation.answer(tag, isFinal, () -> ChangePage.answer(slice, request, links));
    }

    private Response file(String name, ChangeRequest request, ChangeRange range, Output output, Links links) {
        if (output.format() == Format.XLSX && request.limit() == null) {
            // Those of all records: how many of them a filter lets pass is not known before.
            Tables.requireSheet(readings.current(
                    reading -> log.count(range.since(), range.until(), request.filter().selection())), links);
        }
        return tables.file(new Table(name, Change.COLUMNS, new ChangeWalk(reader, request, range)),
                new Reading(range.current(), readings.today()), output, links);
    }

    private static String etag(long revision, Format format, Links links) {
        return etag(revision, format, links, "");
    }

    /** @param end where the answer ends, if that is for ever */
    private static String etag(long revision, Format format, Links links, String end) {
        return Etags.strong(revision, String.join("\n", Build.ID, format.code(), links.self(), end));
    }
}
