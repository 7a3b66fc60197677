package org.offshelf.http;

import java.io.IOException;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;

/** Judges bodies where they are read, so that the same exception from our own JSON is not blamed on the client. */
@Provider
class RequestBodies implements ReaderInterceptor {

    private final RequestLimits limits;
    private final CurrentVertxRequest current;

    RequestBodies(RequestLimits limits, CurrentVertxRequest current) {
        this.limits = limits;
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        HttpServerRequest request = current.getCurrent().request();
        context.setInputStream(new LimitedInputStream(context.getInputStream(), limits.bodyLength(request),
                limits.bodyWithin(request)));
        try {
            return present(context.proceed());
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JsonProcessingException json) {
                throw unreadable(json);
            }
            throw e;
        }
    }

    /** An absent body is read as null, which no endpoint expects; one that takes its body or none reads it as bytes. */
    private static Object present(Object body) {
        if (body == null) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, "A body is needed, and there is none.");
        }
        return body;
    }

    private static RuntimeException unreadable(JsonProcessingException e) {
        // A problem thrown while reading comes wrapped if the JSON parser was in between.
        return e.getCause() instanceof ProblemException problem ? problem : new ProblemException(UnreadableJson.describe(e));
    }
}
