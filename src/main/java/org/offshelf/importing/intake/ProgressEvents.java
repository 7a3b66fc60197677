package org.offshelf.importing.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;

import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.offshelf.http.ProblemException;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Tells of an import whenever it has come further, until its end; also of those another instance works on. */
@ApplicationScoped
class ProgressEvents {

    private static final ImportEvent END = new ImportEvent(null, null, null);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final ImportStore store;
    private final Semaphore places;

    ProgressEvents(ImportStore store, IntakeConfig config) {
        this.store = store;
        this.places = new Semaphore(config.followers());
    }

    Multi<OutboundSseEvent> of(String id) {
        if (!places.tryAcquire()) {
            throw ProblemException.unavailable("Too many follow imports. Ask `GET /v1/imports/" + id
                    + "` instead, or try again later.", 10);
        }
        AtomicBoolean isOpen = new AtomicBoolean(true);
        AtomicReference<Told> last = new AtomicReference<>(new Told(null, 0));
        return Multi.createFrom().ticks().startingAfter(Duration.ofMillis(1)).every(INTERVAL).onOverflow().drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem().transformToMultiAndConcatenate(tick -> Multi.createFrom().iterable(upTo(store.find(id))))
                .select().first(event -> event != END)
                .onTermination().invoke(() -> {
                    if (isOpen.getAndSet(false)) {
                        places.release();
                    }
                })
                .filter(event -> isNews(event, last))
                .map(ProgressEvents::told);
    }

    /** Now and then also what was told already: on a connection without a word nobody may be there. */
    private static boolean isNews(ImportEvent event, AtomicReference<Told> last) {
        Told before = last.get();
        long now = System.nanoTime();
        boolean isNews = !event.equals(before.event()) || now - before.at() > LONGEST_SILENCE.toNanos();
        if (isNews) {
            last.set(new Told(event, now));
        }
        return isNews;
    }

    private static List<ImportEvent> upTo(Optional<ImportRecord> found) {
        if (found.isEmpty()) {
            return List.of(END);
        }
        ImportRecord one = found.get();
        ImportEvent event = new ImportEvent(one.state(), one.progress(), one.revision());
        return one.state().isUnderWay() ? List.of(event) : List.of(event, END);
    }

    private static OutboundSseEvent told(ImportEvent event) {
        return new OutboundSseEventImpl.BuilderImpl().name(event.state().isUnderWay() ? "progress" : event.state().code())
                .mediaType(MediaType.APPLICATION_JSON_TYPE).data(ImportEvent.class, event).build();
    }

    /** @param at of {@link System#nanoTime} */
    private record Told(ImportEvent event, long at) {
    }
}
