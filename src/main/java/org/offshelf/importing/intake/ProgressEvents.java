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
import org.offshelf.http.ProblemType;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Tells of an import whenever it has come further, until its end; also of those another instance works on. */
@ApplicationScoped
class ProgressEvents {

    private static final ImportEvent END = new ImportEvent(null, null, null);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final ImportStore store;
    private final Semaphore places;

    ProgressEvents(ImportStore store, IntakeConfig config) {
        this.store = store;
        this.places = new Semaphore(config.followers());
    }

    Multi<OutboundSseEvent> of(String id) {
        if (!places.tryAcquire()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "Too many follow imports. Ask `GET /v1/imports/" + id
                    + "` instead, or try again later.").withHeader("Retry-After", "10");
        }
        AtomicBoolean isOpen = new AtomicBoolean(true);
        AtomicReference<ImportEvent> last = new AtomicReference<>();
        return Multi.createFrom().ticks().startingAfter(Duration.ofMillis(1)).every(INTERVAL).onOverflow().drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem().transformToMultiAndConcatenate(tick -> Multi.createFrom().iterable(upTo(store.find(id))))
                .select().first(event -> event != END)
                .onTermination().invoke(() -> {
                    if (isOpen.getAndSet(false)) {
                        places.release();
                    }
                })
                .filter(event -> !event.equals(last.getAndSet(event)))
                .map(ProgressEvents::told);
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
}
