package org.offshelf.changes;

import org.jboss.logging.Logger;
import org.offshelf.http.Connections;
import org.offshelf.ledger.Position;
import org.offshelf.query.Links;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * One who listens. It is a place in the ledger, from which it goes on as fast as its client reads: nothing waits for it but
 * what was last sent. All of it happens on the event loop of its connection.
 */
final class Listener {

    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");
    private static final int QUEUE = 32_768;
    private static final long TIME_TO_LEAVE_MS = 5_000;

    private final ChangeFilter filter;
    private final Links links;
    private final RoutingContext routing;
    private final HttpServerResponse response;
    private final Context context;
    private final Blocks blocks;
    private final Head head;
    private final long slowAfterNanos;
    private Position position;
    private boolean isReading;
    private boolean isSilent;
    private long fullSince;

    Listener(ChangeFilter filter, Position position, Links links, RoutingContext routing, Context context, Blocks blocks,
            Head head, StreamConfig config) {
        this.filter = filter;
        this.position = position;
        this.links = links;
        this.routing = routing;
        this.response = routing.response();
        this.context = context;
        this.blocks = blocks;
        this.head = head;
        this.slowAfterNanos = config.slowAfter().toNanos();
    }

    void run(Runnable step) {
        context.runOnContext(nothing -> step.run());
    }

    void begin() {
        response.setChunked(true).setWriteQueueMaxSize(QUEUE);
        response.drainHandler(nothing -> advance());
        // An id without data is no event, but what a client goes on from if it loses the connection now.
        send(Buffer.buffer("retry: 3000\nid: " + position + "\n\n"));
        advance();
    }

    /** Sends what comes next, if there is anything and the client has taken what was sent. */
    void advance() {
        if (isReading || isOver() || response.writeQueueFull() || position.complete() >= head.revision()) {
            return;
        }
        isReading = true;
        blocks.after(filter, position).whenComplete((block, failure) -> run(() -> {
            isReading = false;
            if (failure != null) {
                // The place is kept: the next revision or heartbeat tries again.
                LOG.warnf("Changes after %s could not be read for a listener: %s", position, failure);
            } else if (!isOver()) {
                position = block.end();
                send(block.events());
                advance();
            }
        }));
    }

    /** At every heartbeat: says something if there was nothing to say since the last, and ends a client that takes nothing. */
    void beat() {
        if (isOver()) {
            return;
        }
        if (response.writeQueueFull()) {
            fullSince = fullSince == 0 ? System.nanoTime() : fullSince;
            if (System.nanoTime() - fullSince > slowAfterNanos) {
                endSlow();
            }
            return;
        }
        fullSince = 0;
        if (isSilent) {
            response.write(HEARTBEAT);
        }
        isSilent = true;
        advance();
    }

    void end() {
        if (!isOver()) {
            response.end();
        }
    }

    private void endSlow() {
        Future<Void> ended = response.end(
                "event: end\ndata: {\"reason\":\"too-slow\",\"detail\":\"What was sent was not read. Go on from the last id you"
                        + " have seen.\",\"resume\":\"" + links.with("since", position.toString()).self() + "\"}\n\n");
        context.owner().setTimer(TIME_TO_LEAVE_MS, timer -> {
            // Of one that has taken it after all the connection may serve the next request.
            if (!ended.isComplete()) {
                Connections.cutOff(routing);
            }
        });
    }

    private void send(Buffer events) {
        if (events.length() > 0) {
            isSilent = false;
            fullSince = 0;
            response.write(events);
        }
    }

    private boolean isOver() {
        return response.closed() || response.ended();
    }
}
