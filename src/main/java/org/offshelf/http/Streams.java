package org.offshelf.http;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.logging.Logger;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers that are written while they are made. What fails when their beginning is on its way can no longer become a problem,
 * and the framework would end the answer as if it were whole: here the connection is cut, which no client takes for the end.
 */
@ApplicationScoped
public class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);
    private static final int LONGEST_CLOSE_SECONDS = 5;

    private final CurrentVertxRequest current;
    private final SlowReaders slowReaders;

    Streams(CurrentVertxRequest current, SlowReaders slowReaders) {
        this.current = current;
        this.slowReaders = slowReaders;
    }

    /** The body for the current request. */
    public StreamingOutput body(StreamingOutput content) {
        RoutingContext context = current.getCurrent();
        return out -> {
            try (var watched = slowReaders.watch(context)) {
                content.write(out);
            } catch (IOException | RuntimeException failure) {
                if (!context.response().headWritten()) {
                    throw failure;
                }
                breakOff(context, failure);
            }
        };
    }

    private static void breakOff(RoutingContext context, Exception failure) {
        if (context.response().closed()) {
            LOG.debugf(failure, "The client went away before it had the whole answer");
            return;
        }
        Problems.unexpected(failure);
        try {
            Connections.cutOff(context).toCompletionStage().toCompletableFuture().get(LONGEST_CLOSE_SECONDS,
                    TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf(e, "Could not close the connection of an answer that broke off");
        }
    }
}
