package org.offshelf.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.restassured.RestAssured;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;

/** A client that listens to changes, and keeps what it hears. */
final class Ear {

    private final List<String> ids = new ArrayList<>();
    private final StringBuilder unread = new StringBuilder();
    private final CompletableFuture<HttpClientResponse> response = new CompletableFuture<>();
    private int comments;
    private String last;
    private boolean isClosed;

    /** @param lastEventId null for none */
    static Ear listen(HttpClient client, String target, String lastEventId) {
        Ear ear = new Ear();
        client.request(HttpMethod.GET, RestAssured.port, "127.0.0.1", target).compose(request -> {
            if (lastEventId != null) {
                request.putHeader("Last-Event-ID", lastEventId);
            }
            return request.send();
        }).onSuccess(answer -> {
            answer.handler(chunk -> ear.hear(chunk.toString()));
            answer.endHandler(nothing -> ear.close());
            answer.exceptionHandler(failure -> ear.close());
            ear.response.complete(answer);
        }).onFailure(ear.response::completeExceptionally);
        return ear;
    }

    private synchronized void hear(String text) {
        unread.append(text);
        for (int end = unread.indexOf("\n\n"); end >= 0; end = unread.indexOf("\n\n")) {
            String event = unread.substring(0, end);
            unread.delete(0, end + 2);
            String id = event.lines().filter(line -> line.startsWith("id: ")).map(line -> line.substring(4)).findFirst()
                    .orElse(null);
            last = id == null ? last : id;
            if (event.contains("\ndata: ")) {
                ids.add(id);
            } else if (event.startsWith(":")) {
                comments++;
            }
        }
    }

    private synchronized void close() {
        isClosed = true;
    }

    void leave() {
        response.join().request().connection().close();
    }

    HttpClientResponse response() {
        return response.join();
    }

    /** Of all events with data. */
    synchronized List<String> ids() {
        return List.copyOf(ids);
    }

    /** What a client would go on from. */
    synchronized String last() {
        return last;
    }

    synchronized int comments() {
        return comments;
    }

    synchronized boolean isClosed() {
        return isClosed;
    }
}
