package org.offshelf.changes;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Knows the last revision: looks for it right after this instance has committed one, and again and again because others do, as
 * long as anybody listens.
 */
@ApplicationScoped
class Head {

    private final Readings readings;
    private final Listeners listeners;
    private final AtomicLong revision = new AtomicLong();
    private final AtomicBoolean isAsked = new AtomicBoolean();

    Head(Readings readings, Listeners listeners) {
        this.readings = readings;
        this.listeners = listeners;
    }

    long revision() {
        return revision.get();
    }

    /** For who has seen that revision. */
    void isAtLeast(long seen) {
        if (seen > revision.getAndAccumulate(seen, Math::max)) {
            listeners.tell();
        }
    }

    /** Returns at once; a commit does not wait for anybody. */
    void lookSoon() {
        if (!listeners.isEmpty() && !isAsked.getAndSet(true)) {
            Infrastructure.getDefaultWorkerPool().execute(this::look);
        }
    }

    @Scheduled(every = "${offshelf.changes.stream.poll:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        isAsked.set(false);
        if (!listeners.isEmpty()) {
            isAtLeast(readings.current(Reading::revision));
        }
    }
}
