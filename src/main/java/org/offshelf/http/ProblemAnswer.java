package org.offshelf.http;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Sends a problem where no REST endpoint is involved. */
@ApplicationScoped
public class ProblemAnswer {

    private final ObjectMapper json;

    ProblemAnswer(ObjectMapper json) {
        this.json = json;
    }

    public void send(RoutingContext context, ProblemException exception) {
        var response = context.response();
        if (response.headWritten() || response.closed()) {
            // Half an answer is out. Only cutting it off tells the client that the rest is missing.
            Connections.cutOff(context);
            return;
        }
        var body = bytes(exception.problem().at(RequestId.urn(context)));
        // A path that cannot even be matched fails before the configured headers are set.
        response.setStatusCode(exception.problem().status())
                .putHeader(RequestId.HEADER, RequestId.of(context))
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", "no-store");
        // Set beforehand to keep unknown kinds of answer from being compressed.
        response.headers().remove("Content-Encoding");
        exception.headers().forEach(response::putHeader);
        var answered = response.end(body);
        if ("close".equals(exception.headers().get("Connection"))) {
            // Unasked, the server would first wait for the body that nobody wants.
            answered.onComplete(done -> Connections.cutOff(context));
        }
    }

    private Buffer bytes(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
