package org.offshelf.hot;

import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.micrometer.runtime.binder.HttpCommonTags;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;

/** How many requests were answered from memory, and what became of the others that could have been. */
@Singleton
class HotCounts {

    /** {@code quarkus.micrometer.binder.http-server.ignore-patterns} has it: Quarkus does not count what has this path. */
    private static final String COUNTED_HERE = "/counted-here";
    /** As Quarkus has it. */
    private static final String REQUESTS = "http.server.requests";

    private final MeterRegistry meters;
    private final ConcurrentHashMap<Answers, Timer> requests = new ConcurrentHashMap<>();
    private final Counter whole;
    private final Counter notModified;
    private final Counter made;
    private final Counter waited;

    HotCounts(MeterRegistry meters) {
        this.meters = meters;
        whole = counter(meters, "whole");
        notModified = counter(meters, "not-modified");
        made = counter(meters, "made");
        waited = counter(meters, "waited");
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("offshelf.hot.requests").tag("result", result).register(meters);
    }

    void sent(boolean isNotModified) {
        (isNotModified ? notModified : whole).increment();
    }

    /**
     * Counts a request among all others, in the same timer: to have Quarkus look for that each time takes a seventh of what a
     * hot
     * answer takes.
     *
     * @param template of the path
     */
    void count(HttpRequestMetric request, String method, String template, int status) {
        Tag uri = HttpCommonTags.uri(template, request.getInitialPath(), status, false);
        request.setTemplatePath(COUNTED_HERE);
        request.getSample().stop(requests.computeIfAbsent(new Answers(method, uri, status), this::timer));
    }

    private Timer timer(Answers answers) {
        return Timer.builder(REQUESTS).tags(Tags.of(HttpCommonTags.method(answers.method()), answers.uri(),
                HttpCommonTags.outcome(answers.status()), HttpCommonTags.status(answers.status()))).register(meters);
    }

    private record Answers(String method, Tag uri, int status) {
    }

    void made() {
        made.increment();
    }

    void waited() {
        waited.increment();
    }
}
