package org.offshelf.http;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends answers that are hardly taken. Each has a thread that waits for its client, so that a few who read a byte now and then
 * would have them all.
 */
@ApplicationScoped
class SlowReaders {

    private static final Logger LOG = Logger.getLogger(SlowReaders.class);
    /** Whoever takes as much in that time is slow, but gets somewhere. */
    private static final long LEAST_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final Duration patience;

    /** @param patience for how long a client may take next to nothing while more waits for it */
    SlowReaders(Vertx vertx, @ConfigProperty(name = "offshelf.http.slow-after", defaultValue = "30S") Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** Until closed. */
    Watch watch(RoutingContext context) {
        HttpServerResponse response = context.response();
        long[] before = { response.bytesWritten() };
        boolean[] wasFull = { false };
        long timer = vertx.setPeriodic(patience.toMillis(), nothing -> {
            long now = response.bytesWritten();
            boolean isFull = response.writeQueueFull();
            if (isFull && wasFull[0] && now - before[0] < LEAST_BYTES) {
                LOG.debugf("A client took %d bytes in %s; its answer is ended", now - before[0], patience);
                Connections.cutOff(context);
            }
            wasFull[0] = isFull;
            before[0] = now;
        });
        return () -> vertx.cancelTimer(timer);
    }

    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
