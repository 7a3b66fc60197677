package org.offshelf.query;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestResponse;
import org.offshelf.hot.Validity;
import org.offshelf.http.ConditionalGet;
import org.offshelf.http.Etags;
import org.offshelf.http.IfNoneMatch;
import org.offshelf.ledger.Reading;
import org.offshelf.query.format.Format;
import org.offshelf.query.format.Representation;

import io.vertx.ext.web.RoutingContext;

/** Spares the client, and the database, an answer the client holds already. */
@ApplicationScoped
public class Revalidation {

    /** Kept, but asked for before each use: the next revision may come at any moment. */
    private static final String CURRENT = "no-cache";
    /**
     * Never changes: a page behind a cursor is read at the revision and judged on the day of the first page, an answer whose
     * request names a revision is judged on the day of that.
     */
    private static final String PINNED = "public, max-age=31536000, immutable";

    private final HttpHeaders request;
    private final RoutingContext context;

    Revalidation(HttpHeaders request, RoutingContext context) {
        this.request = request;
        this.context = context;
    }

    /** Before the other links: clients that read only the last one look for the next page there. */
    private static Response linked(Response answer, String link) {
        List<Object> others = answer.getHeaders().getOrDefault(HttpHeaders.LINK, List.of());
        Response.ResponseBuilder linked = Response.fromResponse(answer).header(HttpHeaders.LINK, null)
                .header(HttpHeaders.LINK, link);
        others.forEach(other -> linked.header(HttpHeaders.LINK, other));
        return linked.build();
    }

    /** An answer of no other moment than now. */
    Response answer(Reading reading, Links links, Format format, Supplier<Response> answer) {
        Validity.of(reading).declare(context);
        return answer(reading, links, format, CURRENT, answer);
    }

    /** @param isPage whether it is behind a cursor */
    Response answer(Reading reading, Moment moment, Links links, Representation format, boolean isPage,
            Supplier<Response> answer) {
        boolean isPinned = isPage || moment.isFixed();
        if (isPinned) {
            Validity.FOREVER.declare(context);
        } else if (moment.revision() == null) {
            Validity.of(reading).declare(context);
        }
        String cacheControl = isPinned ? PINNED : CURRENT;
        Response response = answer(reading, links, format, cacheControl,
                () -> linked(answer.get(), Links.header(links.permanent(reading.revision()), "bookmark")));
        return moment.knownAt() == null ? response
                : Response.fromResponse(response).header(HttpHeaders.CONTENT_LOCATION, links.self()).build();
    }

    /**
     * @param links of the request: it stands in the answer as it was sent, so it is part of what decides the bytes
     * @param answer made only if it must be sent
     */
    private Response answer(Reading reading, Links links, Representation format, String cacheControl,
            Supplier<Response> answer) {
        return answer(etag(reading, format, links.self()), cacheControl, answer);
    }

    /**
     * @param etag that the answer would have
     * @param isPinned whether the answer will never be another
     */
    public Response answer(String etag, boolean isPinned, Supplier<Response> answer) {
        return answer(etag, isPinned ? PINNED : CURRENT, answer);
    }

    private Response answer(String etag, String cacheControl, Supplier<Response> answer) {
        RestResponse<Response> conditional = ConditionalGet.answer(request, etag, cacheControl, answer);
        if (conditional.getEntity() == null) {
            return conditional.toResponse();
        }
        Response.ResponseBuilder whole = Response.fromResponse(conditional.getEntity());
        conditional.getHeaders().forEach((name, values) -> values.forEach(value -> whole.header(name, value)));
        return whole.build();
    }

    /** Whether the client says that it holds the answer of this tag. */
    public boolean isHeld(String etag) {
        return IfNoneMatch.parse(request.getHeaderString(HttpHeaders.IF_NONE_MATCH)).matches(etag);
    }

    static String etag(Reading reading, Representation format, String self) {
        return Etags.strong(reading.revision(), String.join("\n", Build.ID, reading.today().toString(), format.code(), self));
    }
}
