package org.offshelf.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** One request on its way through a lane. It leaves it when it is answered and no thread works on it any more. */
final class Turn {

    private static final String OF_REQUEST = Turn.class.getName();

    private final Lane lane;
    private final RoutingContext request;
    private final Context loop = Vertx.currentContext();
    private boolean isBegun;
    private boolean isWorkedOn;
    private boolean isAnswered;
    private boolean isOver;

    Turn(Lane lane, RoutingContext request) {
        this.lane = lane;
        this.request = request;
        request.put(OF_REQUEST, this);
    }

    /** Null if the request takes none. */
    static Turn of(RoutingContext request) {
        return request.get(OF_REQUEST);
    }

    /** From any thread. */
    void begin() {
        boolean isGone;
        synchronized (this) {
            isBegun = true;
            isGone = isAnswered && !isOver;
            isOver |= isGone;
        }
        if (isGone) {
            // Its client, just now
            lane.leave();
        } else if (Vertx.currentContext() == loop) {
            request.next();
        } else {
            loop.runOnContext(nothing -> request.next());
        }
    }

    synchronized boolean isBegun() {
        return isBegun;
    }

    /**
     * A client that goes away does not end the work that it has caused.
     *
     * @return whether it may begin: not if the client went away before, and the place is another's by now
     */
    synchronized boolean workBegins() {
        isWorkedOn = !isOver;
        return isWorkedOn;
    }

    void workEnds() {
        synchronized (this) {
            isWorkedOn = false;
        }
        leaveIfOver();
    }

    /** Or the client is gone. */
    void answered() {
        synchronized (this) {
            isAnswered = true;
        }
        lane.giveUp(this);
        leaveIfOver();
    }

    private void leaveIfOver() {
        synchronized (this) {
            if (!isBegun || !isAnswered || isWorkedOn || isOver) {
                return;
            }
            isOver = true;
        }
        lane.leave();
    }
}
