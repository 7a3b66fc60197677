package org.offshelf.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;

import org.junit.jupiter.api.Test;

import io.vertx.ext.web.RoutingContext;

class TurnTest {

    private final Lane lane = new Lane(1, 1);

    @Test
    void whoHasGoneBeforeIsNotWorkedOn() {
        Turn turn = turn();
        lane.enter(turn);
        turn.answered();
        assertThat(lane.working()).isZero();
        assertThat(turn.workBegins()).isFalse();
        turn.workEnds();
        assertThat(lane.working()).as("a place is given back once").isZero();
    }

    @Test
    void whoGoesInTheMiddleKeepsThePlaceUntilTheWorkIsDone() {
        Turn turn = turn();
        lane.enter(turn);
        assertThat(turn.workBegins()).isTrue();
        Turn next = turn();
        lane.enter(next);
        turn.answered();
        assertThat(next.isBegun()).isFalse();
        turn.workEnds();
        assertThat(next.isBegun()).isTrue();
        assertThat(lane.working()).isEqualTo(1);
    }

    private Turn turn() {
        return new Turn(lane, (RoutingContext) Proxy.newProxyInstance(RoutingContext.class.getClassLoader(),
                new Class<?>[] { RoutingContext.class }, (request, method, values) -> null));
    }
}
