package org.offshelf.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BiFunction;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.catalogue.ChangeContract;
import org.offshelf.finding.FindingSchema;
import org.offshelf.http.Etags;
import org.offshelf.http.WholeAddress;
import org.offshelf.ledger.ChangeLog;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.Build;
import org.offshelf.query.Links;
import org.offshelf.query.RecordFilters;
import org.offshelf.query.Revalidation;

@Path("/v1")
@Tag(name = "Feeds", description = "What is new, for feed readers and calendars")
class FeedsResource {

    private static final int DEADLINES = 1000;

    private final Readings readings;
    private final RecordFilters filters;
    private final FeedReader feeds;
    private final ChangeLog log;
    private final Revalidation revalidation;

    FeedsResource(Readings readings, RecordFilters filters, FeedReader feeds, ChangeLog log, Revalidation revalidation) {
        this.readings = readings;
        this.filters = filters;
        this.feeds = feeds;
        this.log = log;
        this.revalidation = revalidation;
    }

    @GET
    @Path("feeds/atom")
    @Operation(operationId = "getAtomFeed", summary = "Follow in a feed reader (Atom)", description = """
            The records that were changed last, among those a filter lists: `type` chooses the collection (findings, if left out), \
            and every filter of its list works here: `type=notices&regulator=miit`. A record has one entry, which says when, why \
            and how it was changed last. To miss nothing, follow `/v1/changes`.""")
    @Extension(name = ChangeContract.LINES, value = ChangeContract.FEED)
    @APIResponse(responseCode = "200", description = "The feed.", content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = SchemaType.STRING)))
    public Response atom(@Context UriInfo uri) {
        FeedRequest request = FeedRequest.ofAny(uri.getQueryParameters(), filters);
        return answer(request, uri, "application/atom+xml;charset=utf-8",
                (links, reading) -> AtomFeed.write(WholeAddress.base(uri), links.self(),
                        title(request), written(reading), feeds.read(request, reading)));
    }

    @GET
    @Path("feeds/json")
    @Operation(operationId = "getJsonFeed", summary = "Follow in a feed reader (JSON Feed)", description = "The same as "
            + "`/v1/feeds/atom`, in the form of JSON Feed 1.1.")
    @Extension(name = ChangeContract.LINES, value = ChangeContract.FEED)
    @APIResponse(responseCode = "200", description = "The feed.", content = @Content(mediaType = "application/feed+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response json(@Context UriInfo uri) {
        FeedRequest request = FeedRequest.ofAny(uri.getQueryParameters(), filters);
        return answer(request, uri, "application/feed+json",
                (links, reading) -> JsonFeed.of(WholeAddress.base(uri), links.self(), title(request),
                        feeds.read(request, reading)));
    }

    @GET
    @Path("deadlines.ics")
    @Operation(operationId = "getDeadlines", summary = "Put deadlines into a calendar", description = "By when findings have to be "
            + "put right, as iCalendar: a whole day for each, the latest " + DEADLINES
            + ". Every filter of findings works here: "
            + "`operator=op-6f3n3cky`, `status=named`, `deadline.gte=2026-11`.")
    @Extension(name = ChangeContract.LINES, value = ChangeContract.DEADLINES)
    @APIResponse(responseCode = "200", description = "The calendar.", content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    public Response deadlines(@Context UriInfo uri) {
        FeedRequest request = FeedRequest.of(FindingSchema.FINDINGS, uri.getQueryParameters(), DEADLINES, filters);
        return answer(request, uri, "text/calendar;charset=utf-8",
                (links, reading) -> DeadlineCalendar.write(WholeAddress.base(uri),
                        filters.rows(request.filter(), DeadlineCalendar.FIELDS, "deadline:desc", DEADLINES, reading).stream()
                                .filter(row -> row[2] != null).toList(),
                        written(reading)).getBytes(StandardCharsets.UTF_8));
    }

    private Response answer(FeedRequest request, UriInfo uri, String mediaType, BiFunction<Links, Reading, Object> body) {
        Links links = new Links(uri.getRequestUri());
        return readings.current(reading -> {
            filters.requireKnown(request.filter(), links, request.faults());
            String etag = Etags.strong(reading.revision(),
                    String.join("\n", Build.ID, reading.today().toString(), WholeAddress.base(uri), links.self()));
            return revalidation.answer(etag, false,
                    () -> Response.ok(body.apply(links, reading), mediaType).build());
        });
    }

    private static String title(FeedRequest request) {
        return "Offshelf: " + request.filter().schema().name();
    }

    private Instant written(Reading reading) {
        return log.at(reading.revision());
    }
}
