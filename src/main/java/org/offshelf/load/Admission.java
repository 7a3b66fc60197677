package org.offshelf.load;

import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.offshelf.http.ProblemAnswer;
import org.offshelf.http.ProblemException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets no more requests to the workers and the database than these can bear. The others wait for their turn, without a thread,
 * or are turned away at once by the thread that read them. What is answered from memory, and health, comes by without.
 */
@Singleton
class Admission {

    /** Behind answers from memory, at 290, and before authentication, at 200, which asks the database already. */
    private static final int BEHIND_MEMORY = 250;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Map<Kind, Lane> lanes = new EnumMap<>(Kind.class);
    private final ProblemAnswer answer;
    private final Vertx vertx;
    private final long longestWait;
    private final Counter refused;

    Admission(LoadConfig config, ProblemAnswer answer, Vertx vertx, MeterRegistry meters) {
        this.answer = answer;
        this.vertx = vertx;
        this.longestWait = config.longestWait().toMillis();
        refused = Counter.builder("offshelf.load.refused").register(meters);
        Lane reads = lane("reads", config.reads(), config, meters);
        lanes.put(Kind.READ, reads);
        lanes.put(Kind.COUNT, reads);
        lanes.put(Kind.LOOKUP, lane("lookups", config.lookups(), config, meters));
        lanes.put(Kind.IMPORT, lane("imports", config.imports(), config, meters));
        lanes.put(Kind.WRITE, lane("writes", config.writes(), config, meters));
        lanes.put(Kind.WHOLE, lane("exports", config.exports(), config, meters));
    }

    private static Lane lane(String name, int most, LoadConfig config, MeterRegistry meters) {
        Lane lane = new Lane(most, config.waiting());
        Gauge.builder("offshelf.load.working", lane, Lane::working).tag("lane", name)
                .register(meters);
        Gauge.builder("offshelf.load.waiting", lane, Lane::waiting).tag("lane", name)
                .register(meters);
        return lane;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, BEHIND_MEMORY);
    }

    private void admit(RoutingContext request) {
        Lane lane = lanes.get(Kind.of(request));
        if (lane == null || Turn.of(request) != null) {
            request.next();
            return;
        }
        Turn turn = new Turn(lane, request);
        request.addEndHandler(end -> turn.answered());
        if (!lane.enter(turn)) {
            refuse(request);
        } else if (!turn.isBegun()) {
            vertx.setTimer(longestWait, timer -> {
                if (lane.giveUp(turn)) {
                    refuse(request);
                }
            });
        }
    }

    private void refuse(RoutingContext request) {
        refused.increment();
        answer.send(request, ProblemException.unavailable("More is asked at this moment than can be answered."
                + " Please try again shortly. What many ask is answered nevertheless, and /v1/snapshots has everything as files.",
                RETRY_AFTER_SECONDS));
    }
}
