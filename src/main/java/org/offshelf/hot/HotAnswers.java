package org.offshelf.hot;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.offshelf.http.RequestId;
import org.offshelf.http.RequestLimits;
import org.offshelf.ledger.LatestRevision;
import org.offshelf.load.RateLimits;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers what is known already before anything else is done with a request, and has what is not known made once for all who
 * ask it at the same time. Nobody waits on a thread for that.
 */
@Singleton
class HotAnswers {

    /** Behind the check of origins, which is at 300, and before authentication, at 200. */
    private static final int BEHIND_ORIGIN = 290;
    private static final String FOUND = Found.class.getName();
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);
    /** Who has waited that often goes the whole way. */
    private static final int MOST_WAITS = 2;

    private final LatestRevision latest;
    private final Today today;
    private final KeptAnswers kept;
    private final RequestLimits limits;
    private final Capture capture;
    private final HotCounts counts;
    private final ConcurrentHashMap<Departure, Flight> flights = new ConcurrentHashMap<>();
    private final boolean isUsed;

    HotAnswers(LatestRevision latest, Today today, KeptAnswers kept, RequestLimits limits, Capture capture, HotCounts counts,
            HotConfig config) {
        this.latest = latest;
        this.today = today;
        this.kept = kept;
        this.limits = limits;
        this.capture = capture;
        this.counts = counts;
        // In dev mode code is replaced when a request comes that needs it.
        this.isUsed = config.weight().asLongValue() > 0 && LaunchMode.current() != LaunchMode.DEVELOPMENT;
    }

    /** In front of what Quarkus itself puts in front, but behind the count of what each client asks. */
    void routes(@Observes @Priority(RateLimits.FIRST + 1) Router router) {
        if (isUsed) {
            router.route().order(Integer.MIN_VALUE).handler(this::begin);
        }
    }

    void filters(@Observes Filters filters) {
        filters.register(this::answerOrigin, BEHIND_ORIGIN);
    }

    private void begin(RoutingContext request) {
        Question question = Flight.of(request) == null && !RateLimits.isRefused(request)
                ? Question.of(request.request(), limits)
                : null;
        if (question == null) {
            request.next();
        } else {
            atLatest(request, last -> answer(request, question, last, MOST_WAITS));
        }
    }

    /** @param last null if it is not known */
    private void answer(RoutingContext request, Question question, LatestRevision.Known last, int waits) {
        Kept found = last == null ? null : kept.get(question);
        if (found == null || !found.holds(last, today.get())) {
            fly(request, question, last, waits);
        } else if (!found.isFit()) {
            request.next();
        } else {
            String held = found.held(request.request());
            if (held == null && found.body() == null) {
                fly(request, question, last, waits);
            } else {
                deliver(request, new Found(found, held));
            }
        }
    }

    private void fly(RoutingContext request, Question question, LatestRevision.Known last, int waits) {
        if (last == null) {
            request.next();
            return;
        }
        Departure departure = new Departure(question, last.revision(), last.history(),
                request.request().headers().contains(HttpHeaders.IF_NONE_MATCH));
        Flight mine = new Flight(question, last.history());
        Flight under = flights.putIfAbsent(departure, mine);
        if (under == null) {
            lead(request, departure, mine);
        } else if (waits > 0) {
            counts.waited();
            await(request, under.landed(), isOfUse -> {
                if (isOfUse) {
                    atLatest(request, now -> answer(request, question, now, waits - 1));
                } else {
                    request.next();
                }
            });
        } else {
            request.next();
        }
    }

    private void lead(RoutingContext request, Departure departure, Flight flight) {
        counts.made();
        flight.lead(request);
        request.addHeadersEndHandler(nothing -> {
            boolean isOfUse = capture.keep(request, flight);
            flights.remove(departure, flight);
            flight.landed().complete(isOfUse);
        });
        // Without an answer, as when the client has gone, the next one has to see to it.
        request.addEndHandler(end -> {
            flights.remove(departure, flight);
            flight.landed().complete(true);
        });
        request.next();
    }

    private void deliver(RoutingContext request, Found found) {
        HttpServerRequest http = request.request();
        counts.sent(found.held() != null);
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(request);
        String template = found.answer().template();
        if (http.headers().contains(HttpHeaders.ORIGIN)) {
            // May still be turned away, so that Quarkus has to count it
            if (metric != null) {
                metric.setTemplatePath(template);
            }
            request.put(FOUND, found);
            request.next();
        } else {
            if (metric != null && template != null) {
                counts.count(metric, http.method().name(), template, found.status());
            }
            http.response().putHeader(REQUEST_ID, RequestId.choose(http));
            found.send(http);
        }
    }

    private void answerOrigin(RoutingContext request) {
        Found found = request.get(FOUND);
        if (found == null) {
            request.next();
        } else {
            found.answer().makeRoom(request.response().headers());
            found.send(request.request());
        }
    }

    private void atLatest(RoutingContext request, Consumer<LatestRevision.Known> next) {
        LatestRevision.Known last = latest.now();
        if (last == null) {
            await(request, latest.soon(), next);
        } else {
            next.accept(last);
        }
    }

    /**
     * Who is gone by then goes no further: nothing would tell of its end any more, to a lane or to who waits for its answer.
     */
    private static <T> void await(RoutingContext request, CompletionStage<T> stage, Consumer<T> next) {
        Context own = Vertx.currentContext();
        stage.thenAccept(result -> own.runOnContext(nothing -> {
            if (!request.response().closed()) {
                next.accept(result);
            }
        }));
    }

    /** What one flight is for: those who hold a copy may be told no more than that it is good. */
    private record Departure(Question question, long revision, long history, boolean isConditional) {
    }

    /** @param held the tag of the copy that the client has; null to send it one */
    private record Found(Kept answer, String held) {

        void send(HttpServerRequest request) {
            if (held == null) {
                answer.send(request);
            } else {
                answer.sendNotModified(request, held);
            }
        }

        int status() {
            return held == null ? Kept.OK : Kept.NOT_MODIFIED;
        }
    }
}
