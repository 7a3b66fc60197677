package org.offshelf.hot;

import java.util.concurrent.CompletableFuture;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** The way of one request to its answer, which all who ask the same wait for. */
final class Flight {

    private static final String OF_REQUEST = Flight.class.getName();

    private final Question question;
    private final long history;
    private final CompletableFuture<Boolean> landed = new CompletableFuture<>();
    private volatile Buffer body;

    Flight(Question question, long history) {
        this.question = question;
        this.history = history;
    }

    /** Null if the request is on no flight. */
    static Flight of(RoutingContext request) {
        return request.get(OF_REQUEST);
    }

    void lead(RoutingContext request) {
        request.put(OF_REQUEST, this);
    }

    Question question() {
        return question;
    }

    long history() {
        return history;
    }

    /** @param bytes of the answer, coded as it is sent */
    void body(Buffer bytes) {
        body = bytes;
    }

    Buffer body() {
        return body;
    }

    /** With whether it is of use to others who asked the same to look again. */
    CompletableFuture<Boolean> landed() {
        return landed;
    }
}
