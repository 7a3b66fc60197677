package org.offshelf.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Ends answers that cannot be ended well. */
public final class Connections {

    private static final long NO_ERROR = 0;
    private static final long INTERNAL_ERROR = 2;

    private Connections() {
    }

    /**
     * So that no client takes what it has for the whole, unless it is. Over HTTP/2 other answers go on: they may be somebody
     * else's.
     */
    public static Future<Void> cutOff(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            // NO_ERROR says that what came before is whole, only more of the request is not wanted
            context.response().reset(context.response().ended() ? NO_ERROR : INTERNAL_ERROR);
            return Future.succeededFuture();
        }
        return context.request().connection().close();
    }
}
