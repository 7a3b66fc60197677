package org.offshelf.curating;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.hibernate.Session;
import org.offshelf.access.Authors;
import org.offshelf.app.App;
import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Bodies;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Outcome;
import org.offshelf.writing.Writes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vertx.ext.web.RoutingContext;

/** The course every curator's request takes: the record it means, as the client knows it, and a body that is understood. */
@ApplicationScoped
class Curation {

    /** Of a request that is all said by its path. */
    static final BodySchema NO_BODY = BodySchema.of("Nothing", "", List.of());

    private final Writes writes;
    private final Bodies bodies;
    private final WrittenRecords written;
    private final Authors authors;
    private final Session session;
    private final RoutingContext request;

    Curation(Writes writes, Bodies bodies, WrittenRecords written, Authors authors, Session session, RoutingContext request) {
        this.writes = writes;
        this.bodies = bodies;
        this.written = written;
        this.authors = authors;
        this.session = session;
        this.request = request;
    }

    Response create(CollectionSchema shown, Cause cause, BodySchema schema, ObjectNode json, Function<Body, Outcome> work) {
        return create(shown, author(cause, json), schema, json, work);
    }

    Response create(CollectionSchema shown, Author author, BodySchema schema, ObjectNode json, Function<Body, Outcome> work) {
        requireNoParameters();
        return writes.answer(shown, author, json, () -> work.apply(bodies.read(schema, json)));
    }

    /** What is done to a record: it is given as it stands, with the body, in which there may be faults. */
    @FunctionalInterface
    interface Change<R> {

        /** @param seen what else must not have been written since the client read it */
        Outcome of(R record, Body body, Writes.Precondition seen);
    }

    <R extends RegistryRecord> Response change(Kind<R> kind, String id, Cause cause, BodySchema schema, ObjectNode json,
            BiFunction<R, Body, Outcome> work) {
        return change(kind, id, cause, schema, json, (record, body, seen) -> work.apply(record, body));
    }

    <R extends RegistryRecord> Response change(Kind<R> kind, String id, Cause cause, BodySchema schema, ObjectNode json,
            Change<R> work) {
        return change(kind, id, author(cause, json), schema, json, work);
    }

    <R extends RegistryRecord> Response change(Kind<R> kind, String id, Author author, BodySchema schema, ObjectNode json,
            Change<R> work) {
        return change(kind, id, author, schema, json, work, () -> requireCurrent(kind, id));
    }

    /** The same of a record that may be retracted or merged. */
    <R extends RegistryRecord> Response changeAny(Kind<R> kind, String id, Cause cause, BodySchema schema, ObjectNode json,
            Change<R> work) {
        return change(kind, id, author(cause, json), schema, json, work, () -> written.requireKnown(kind.schema(), id));
    }

    private <R extends RegistryRecord> Response change(Kind<R> kind, String id, Author author, BodySchema schema,
            ObjectNode json, Change<R> work, Runnable check) {
        requireNoParameters();
        Writes.Precondition seen = writes.precondition();
        return writes.answer(kind.schema(), author, json, () -> {
            check.run();
            R record = session.find(kind.type(), id);
            seen.requireUnchanged(kind.schema(), record);
            return work.of(record, bodies.read(schema, json), seen);
        });
    }

    /** What is seen of an app in a store: the listing, or where there is none yet, the app. */
    Response observe(String app, String store, BodySchema schema, ObjectNode json, ListingEvents events) {
        requireNoParameters();
        Writes.Precondition seen = writes.precondition();
        return writes.answer(Kind.LISTING.schema(), author(Cause.OBSERVATION, json), json, () -> {
            requireCurrent(Kind.APP, app);
            requireCurrent(Kind.STORE, store);
            events.find(app, store).ifPresentOrElse(listing -> seen.requireUnchanged(Kind.LISTING.schema(), listing),
                    () -> seen.requireUnchanged(Kind.APP.schema(), session.find(App.class, app)));
            return events.record(app, store, bodies.read(schema, json));
        });
    }

    private void requireCurrent(Kind<?> kind, String id) {
        written.requireCurrent(kind.schema(), id, URI.create(request.request().uri()));
    }

    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Everything is said by the path, the headers and the body; a parameter would be ignored, and nothing is. */
    private void requireNoParameters() {
        List<Fault> faults = request.queryParams().names().stream().map(name -> Fault.unknownParameter(name, Set.of()))
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults));
        }
    }

    private Author author(Cause cause, ObjectNode json) {
        return authors.curator(cause, json.path(Correctable.REASON).textValue());
    }
}
