package org.offshelf.hot;

import java.util.Set;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes a copy of the body of an answer that is to be kept, and compresses it where the client takes that: once, on the thread
 * that made it, instead of each time it is sent.
 */
class AnswerBody {

    private static final int OK = 200;

    private final ObjectMapper json;
    private final KeptAnswers kept;
    private final Set<String> compressible;

    AnswerBody(ObjectMapper json, KeptAnswers kept,
            @ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> compressible) {
        this.json = json;
        this.kept = kept;
        this.compressible = compressible;
    }

    @ServerResponseFilter
    void take(ContainerResponseContext response, RoutingContext request) throws JsonProcessingException {
        Flight flight = Flight.of(request);
        if (flight == null || response.getStatus() != OK || Validity.declared(request) == null) {
            return;
        }
        byte[] bytes = bytes(response);
        if (bytes == null) {
            return;
        }
        MediaType type = response.getMediaType();
        if (flight.question().isGzip() && compressible.contains(type.getType() + '/' + type.getSubtype())) {
            bytes = Gzip.of(bytes);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setEntity(bytes);
        if (kept.hasRoomFor(bytes.length)) {
            flight.body(Buffer.buffer(bytes));
        }
    }

    /** Null for what is written while it is made, and may be of any length. */
    private byte[] bytes(ContainerResponseContext response) throws JsonProcessingException {
        if (response.getEntity() instanceof byte[] bytes) {
            return bytes;
        }
        boolean isJson = response.getMediaType() != null
                && response.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE);
        return isJson && !(response.getEntity() instanceof StreamingOutput)
                && !(response.getEntity() instanceof CharSequence) ? json.writeValueAsBytes(response.getEntity()) : null;
    }
}
