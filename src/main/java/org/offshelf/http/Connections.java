package org.offshelf.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Ends answers that cannot be ended well. */
public final class Connections {

    private Connections() {
    }

    /** So that no client takes what it has for the whole. Over HTTP/2 other answers go on: they may be somebody else's. */
    public static Future<Void> cutOff(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.response().reset();
            return Future.succeededFuture();
        }
        return context.request().connection().close();
    }
}
