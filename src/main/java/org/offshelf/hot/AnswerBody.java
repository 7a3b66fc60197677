package org.offshelf.hot;

import java.util.Set;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.offshelf.http.AcceptedCoding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/**
 * Makes bytes of the body of an answer that can be kept, compressed where the client takes that, on the thread that made it
 * instead of one that serves everybody, and before it is kept instead of each time it is sent.
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
    void take(ContainerRequestContext question, ContainerResponseContext response, RoutingContext request)
            throws JsonProcessingException {
        if (response.getStatus() != OK || Validity.declared(request) == null) {
            return;
        }
        byte[] bytes = bytes(response);
        if (bytes == null) {
            return;
        }
        MediaType type = response.getMediaType();
        if (AcceptedCoding.isGzip(request.request()) && compressible.contains(type.getType() + '/' + type.getSubtype())) {
            bytes = Gzip.of(bytes);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        } else if (HttpMethod.HEAD.equals(question.getMethod())) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
        }
        response.setEntity(bytes);
        Flight flight = Flight.of(request);
        if (flight != null && kept.hasRoomFor(bytes.length)) {
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
