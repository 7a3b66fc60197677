package org.offshelf.hot;

import jakarta.inject.Singleton;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.RoutingContext;

/** Keeps an answer when all about it is settled and its first byte is about to be sent. */
@Singleton
class Capture {

    private final KeptAnswers kept;

    Capture(KeptAnswers kept) {
        this.kept = kept;
    }

    /** Whether the same answer would do for others. */
    boolean keep(RoutingContext request, Flight flight) {
        int status = request.response().getStatusCode();
        boolean isNotModified = status == HttpResponseStatus.NOT_MODIFIED.code();
        if (status != HttpResponseStatus.OK.code() && !isNotModified) {
            return false;
        }
        Validity validity = Validity.declared(request);
        if (validity == null || !isNotModified && flight.body() == null) {
            kept.put(flight.question(), Kept.unfit(validity == null ? Validity.FOREVER : validity, flight.history()));
            return false;
        }
        kept.put(flight.question(), Kept.of(validity, flight.history(), request.response().headers(),
                isNotModified ? null : flight.body(), template(request)));
        return true;
    }

    private static String template(RoutingContext request) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(request);
        return metric == null ? null : metric.applyTemplateMatching(metric.getInitialPath());
    }
}
