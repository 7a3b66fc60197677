package org.offshelf.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.catalogue.ChangeContract;
import org.offshelf.http.Fault;
import org.offshelf.ledger.Position;
import org.offshelf.query.Links;
import org.offshelf.query.RecordFilters;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

@Path("/v1/changes/stream")
@Tag(name = "Changes")
class StreamResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final StreamStart start;
    private final RecordFilters filters;
    private final Listeners listeners;
    private final Blocks blocks;
    private final Head head;
    private final StreamConfig config;

    StreamResource(StreamStart start, RecordFilters filters, Listeners listeners, Blocks blocks, Head head,
            StreamConfig config) {
        this.start = start;
        this.filters = filters;
        this.listeners = listeners;
        this.blocks = blocks;
        this.head = head;
        this.config = config;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "streamChanges", summary = "Listen to changes", description = """
            Server-sent events: one for each line of the ledger, as soon as its revision is made. The data is the line as \
            `/v1/changes` tells it, the id is where to go on after it: a client that comes back with `Last-Event-ID`, as browsers \
            do by themselves, or with `since=`, misses nothing and is told nothing twice. Without either, it begins now.

            In a silence a comment comes every 15 seconds. A client that does not read what it is sent is ended with an event \
            `end`, whose `resume` says how to go on. Try it with `curl -N`, not here: it has no end.""")
    @Extension(name = ChangeContract.LINES, value = ChangeContract.STREAM)
    @APIResponse(responseCode = "200", description = "Events, without end.", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public CompletionStage<Void> stream(
            @Parameter(description = "The id of the last event that was read; wins over `since`.") @HeaderParam(LAST_EVENT_ID) String last,
            @Context UriInfo uri, @Context RoutingContext routing) {
        List<Fault> faults = new ArrayList<>();
        Map<String, List<String>> parameters = new HashMap<>(uri.getQueryParameters());
        boolean isFromNow = !parameters.containsKey("since");
        if (last != null && !last.isEmpty()) {
            isFromNow = false;
            if (Position.parse(last).isPresent()) {
                parameters.put("since", List.of(last));
            } else {
                faults.add(Fault.invalidValue(LAST_EVENT_ID, last, "The id of an event of this stream, such as 57 or 57.12."));
            }
        }
        Links links = new Links(uri.getRequestUri());
        ChangeRequest request = ChangeParameters.ofStream(parameters, filters);
        listeners.requirePlace();
        boolean isNew = isFromNow;
        CompletableFuture<Void> answer = new CompletableFuture<>();
        io.vertx.core.Context loop = Vertx.currentContext();
        start.of(request, faults, links).whenComplete((current, failure) -> loop.runOnContext(nothing -> {
            if (failure == null) {
                open(request.filter(), isNew ? Position.endOf(current) : request.since(), current, links, routing);
            } else {
                answer.completeExceptionally(failure);
            }
        }));
        return answer;
    }

    /** The answer is written past the framework, which knows none that are shared by many: to it, this one never ends. */
    private void open(ChangeFilter filter, Position from, long current, Links links, RoutingContext routing) {
        HttpServerResponse response = routing.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no");
        if (routing.request().method() == HttpMethod.HEAD) {
            response.end();
            return;
        }
        Listener listener = new Listener(filter, from, links, routing, Vertx.currentContext(), blocks, head, config);
        head.isAtLeast(current);
        listener.run(() -> {
            if (!response.closed()) {
                routing.addEndHandler(nothing -> listeners.remove(listener));
                listeners.add(listener);
                listener.begin();
            }
        });
    }
}
