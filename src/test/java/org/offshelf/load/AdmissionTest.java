package org.offshelf.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

@QuarkusTest
@TestProfile(Narrow.class)
class AdmissionTest {

    private static final int ALL = Narrow.READS + Narrow.WAITING;
    private static final String HOT = "/v1/regulators?limit=3";

    @Inject
    TestLoadResource gate;
    @Inject
    MeterRegistry meters;

    private final List<Client> clients = new ArrayList<>();

    @BeforeEach
    void shut() {
        RestAssured.get(HOT).then().statusCode(200);
        // What is made for a first request is made.
        RestAssured.get("/test-load/gate/0").then().statusCode(200);
        gate.shut();
    }

    @AfterEach
    void open() throws IOException {
        gate.open();
        for (Client client : clients) {
            client.close();
        }
        await(() -> gate.inside() == 0 && working() == 0 && waiting() == 0);
    }

    @Test
    void whatIsBeyondIsTurnedAwayAtOnceAndAllOthersGetTheirTurn() throws IOException {
        fill();
        for (int i = 0; i < 3 * ALL; i++) {
            RestAssured.get("/v1/apps?limit=" + i).then().statusCode(503).header("Retry-After", "5")
                    .contentType("application/problem+json").header("X-Request-Id", notNullValue());
        }
        RestAssured.get(HOT).then().statusCode(200);
        RestAssured.get("/q/health/live").then().statusCode(200);
        RestAssured.get("/q/health/ready").then().statusCode(200);
        gate.open();
        for (Client client : clients) {
            assertThat(client.answer().status()).isEqualTo(200);
        }
        RestAssured.get("/v1/apps?limit=1").then().statusCode(200);
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgain() throws IOException {
        fill();
        for (Client waiting : clients.subList(Narrow.READS, ALL)) {
            assertThat(waiting.answer().status()).isEqualTo(503);
        }
        gate.open();
        for (Client working : clients.subList(0, Narrow.READS)) {
            assertThat(working.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatGoesAwayTakesItsPlaceInTheQueueAlongButNotItsWork() throws IOException {
        fill();
        for (Client client : clients) {
            client.close();
        }
        await(() -> waiting() == 0);
        assertThat(working()).isEqualTo(Narrow.READS);
        assertThat(gate.inside()).isEqualTo(Narrow.READS);
    }

    @Test
    void aBodyIsReadWhenItsRequestHasItsTurnAndASlowOneIsInTheWayOfItsLikeOnly() throws IOException {
        String body = "{\"ids\": [\"miit\", \"cac\"]}";
        Client slow = new Client().send(lookup(body) + body.substring(0, 5));
        clients.add(slow);
        await(() -> gauge("working", "lookups") == Narrow.LOOKUPS);
        Client asks = new Client().send(lookup(body) + body);
        clients.add(asks);
        await(() -> gauge("waiting", "lookups") == 1);
        RestAssured.get("/v1/stores?limit=1").then().statusCode(200);
        slow.send(body.substring(5));
        for (Client one : List.of(slow, asks)) {
            Client.Answer answer = one.answer();
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("miit");
        }
    }

    private static String lookup(String body) {
        return "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
    }

    /** What finds the endpoint finds the lane, and a stream that ends keeps no place. */
    @Test
    void listenersTakeNoPlaceHoweverTheyAskAndLeaveNothing() throws IOException {
        for (String path : List.of("/v1/changes/stream", "/v1/changes/stream/", "/v1/changes/strea%6D")) {
            Client listener = new Client().get(path, "");
            clients.add(listener);
            assertThat(listener.some()).as(path).startsWith("HTTP/1.1 200");
            assertThat(working()).as(path).isZero();
            assertThat(listeners()).isEqualTo(1);
            listener.close();
            await(() -> listeners() == 0);
        }
    }

    private int listeners() {
        return (int) meters.get("offshelf.changes.listeners").gauge().value();
    }

    /** Who asks the same as another waits for that one's answer, and would be the next to come to the gate. */
    @Test
    void whoIsGoneWhenTheAnswerOfAnotherComesTakesNoPlace() throws IOException {
        Client first = new Client().get("/test-load/gate/same", "");
        clients.add(first);
        await(() -> gate.inside() == 1);
        double before = waitedForAnother();
        Client second = new Client().get("/test-load/gate/same", "");
        clients.add(second);
        await(() -> waitedForAnother() > before);
        int open = connections();
        second.close();
        await(() -> connections() < open);
        first.close();
        await(() -> connections() < open - 1);
        gate.open();
        await(() -> working() == 0);
        assertThat(gate.entered("same")).isEqualTo(1);
    }

    private void comeIn() throws IOException {
        for (int i = 0; i < Narrow.READS; i++) {
            clients.add(new Client().get("/test-load/gate/in" + i, ""));
        }
        await(() -> gate.inside() == Narrow.READS);
    }

    private void fill() throws IOException {
        comeIn();
        for (int i = 0; i < Narrow.WAITING; i++) {
            clients.add(new Client().get("/test-load/gate/waits" + i, ""));
        }
        await(() -> waiting() == Narrow.WAITING);
        assertThat(gate.inside()).isEqualTo(Narrow.READS);
    }

    private double waitedForAnother() {
        return meters.get("offshelf.hot.requests").tag("result", "waited").counter().count();
    }

    private int connections() {
        return meters.get("http.server.connections").longTaskTimer().activeTasks();
    }

    private int working() {
        return gauge("working", "reads");
    }

    private int waiting() {
        return gauge("waiting", "reads");
    }

    private int gauge(String what, String lane) {
        return (int) meters.get("offshelf.load." + what).tag("lane", lane).gauge().value();
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
