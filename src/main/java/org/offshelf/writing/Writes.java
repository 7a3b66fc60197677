package org.offshelf.writing;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.offshelf.http.IdempotencyKey;
import org.offshelf.http.IfMatch;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Committed;
import org.offshelf.ledger.Readings;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Revisions;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.WrittenRecords;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.ext.web.RoutingContext;

/**
 * The one way a request changes the record: in one revision, on the condition its {@code If-Match} states, and once for an
 * {@code Idempotency-Key}, however often and wherever it is sent. Whatever the work finds wrong, it throws; nothing is written
 * then, and the key stays free.
 */
@ApplicationScoped
public class Writes {

    private static final int CREATED = 201;

    private final Revisions revisions;
    private final Readings readings;
    private final IdempotencyKeys keys;
    private final WrittenRecords written;
    private final RoutingContext request;
    private final ObjectMapper json;

    Writes(Revisions revisions, Readings readings, IdempotencyKeys keys, WrittenRecords written, RoutingContext request,
            ObjectMapper json) {
        this.revisions = revisions;
        this.readings = readings;
        this.keys = keys;
        this.written = written;
        this.request = request;
        this.json = json;
    }

    /**
     * Does the work, or finds that the same request did it before.
     *
     * @param body what the request asks for: any value that is equal, as JSON, where the request is the same
     */
    public Committed<Outcome> once(Author author, Object body, Supplier<Outcome> work) {
        Optional<Fingerprint> fingerprint = IdempotencyKey.parse(request.request().getHeader(IdempotencyKey.HEADER))
                .map(key -> Fingerprint.of(author.actor(), key, request.request().method().name(), request.request().uri(),
                        text(body)));
        Replay replay = new Replay();
        Committed<Outcome> committed = revisions.write(author, () -> {
            replay.found = fingerprint.flatMap(keys::find).orElse(null);
            return replay.found == null ? work.get() : replay.found.result();
        }, what -> {
            if (replay.found == null) {
                fingerprint.ifPresent(key -> keys.remember(key, what));
            }
        });
        return replay.found == null ? committed : replay.found;
    }

    /** Does the work once and answers with the record it names, as it stands after it. */
    public Response answer(CollectionSchema shown, Author author, Object body, Supplier<Outcome> work) {
        Committed<Outcome> done = once(author, body, work);
        Outcome outcome = done.result();
        Response answer = written.answer(shown, outcome.id(), done.revision(), outcome.status(), outcome.notes());
        return outcome.status() == CREATED ? Response.fromResponse(answer).location(URI.create(outcome.location())).build()
                : answer;
    }

    /** The request's {@code If-Match}; ends it with 428 if there is none. */
    public Precondition precondition() {
        String header = request.request().headers().contains("If-Match")
                ? String.join(", ", request.request().headers().getAll("If-Match"))
                : null;
        return new Precondition(IfMatch.parse(header));
    }

    /** What must not have been written since the client read it. */
    public final class Precondition {

        private final IfMatch ifMatch;

        private Precondition(IfMatch ifMatch) {
            this.ifMatch = ifMatch;
        }

        /** To be asked within the work, where nobody else writes. */
        public void requireUnchanged(CollectionSchema schema, RegistryRecord record) {
            long current = readings.currentRevision();
            if (!ifMatch.matches(record.revision, current)) {
                throw IfMatch.stale("The " + schema.singular() + " `" + record.id + "`",
                        Optional.of(written.etag(schema, record.id, current)));
            }
        }
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The request was JSON", e);
        }
    }

    /** What was found under the key, carried out of the work. */
    private static final class Replay {
        private Committed<Outcome> found;
    }
}
