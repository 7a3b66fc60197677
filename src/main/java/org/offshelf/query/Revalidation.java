package org.offshelf.query;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestResponse;
import org.offshelf.http.ConditionalGet;
import org.offshelf.http.Etags;
import org.offshelf.http.IfNoneMatch;
import org.offshelf.ledger.Reading;
import org.offshelf.query.format.Format;

/** Spares the client, and the database, an answer the client holds already. */
@ApplicationScoped
public class Revalidation {

    /** Kept, but asked for before each use: the next revision may come at any moment. */
    private static final String CURRENT = "no-cache";
    /** A page behind a cursor is read at the revision and judged on the day of the first page; it never changes. */
    private static final String PINNED = "public, max-age=31536000, immutable";

    private final HttpHeaders request;

    Revalidation(HttpHeaders request) {
        this.request = request;
    }

    /**
     * @param links of the request: it stands in the answer as it was sent, so it is part of what decides the bytes
     * @param isPinned whether the request itself names the revision it reads
     * @param answer made only if it must be sent
     */
    Response answer(Reading reading, Links links, Format format, boolean isPinned, Supplier<Response> answer) {
        return answer(etag(reading, format, links.self()), format, isPinned, answer);
    }

    /**
     * @param etag that the answer would have
     * @param isPinned whether the answer will never be another
     */
    public Response answer(String etag, Format format, boolean isPinned, Supplier<Response> answer) {
        RestResponse<Response> conditional = ConditionalGet.answer(request, format.isExact() ? etag : "W/" + etag,
                isPinned ? PINNED : CURRENT, answer);
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

    static String etag(Reading reading, Format format, String self) {
        return Etags.strong(reading.revision(), String.join("\n", Build.ID, reading.today().toString(), format.code(), self));
    }
}
