package org.offshelf.changes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.offshelf.http.ProblemException;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/** All who listen to this instance. */
@ApplicationScoped
class Listeners {

    private final Set<Listener> all = ConcurrentHashMap.newKeySet();
    private final int most;

    Listeners(StreamConfig config, MeterRegistry meters) {
        this.most = config.listeners();
        meters.gauge("offshelf.changes.listeners", all, Set::size);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void requirePlace() {
        if (all.size() >= most) {
            throw ProblemException.unavailable("Too many listen already. Ask `GET /v1/changes?since=` from time to time"
                    + " instead, or try again later.", 30);
        }
    }

    void add(Listener listener) {
        all.add(listener);
    }

    void remove(Listener listener) {
        all.remove(listener);
    }

    /** Returns at once. */
    void tell() {
        all.forEach(listener -> listener.run(listener::advance));
    }

    @Scheduled(every = "${offshelf.changes.stream.heartbeat:15s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        all.forEach(listener -> listener.run(listener::beat));
    }

    void stop(@Observes ShutdownEvent event) {
        end();
    }

    /** Those whose client wants to hear more come back and say from where. */
    void end() {
        all.forEach(listener -> listener.run(listener::end));
    }
}
