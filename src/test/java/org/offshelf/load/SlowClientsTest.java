package org.offshelf.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Each of these connections ends, though its client does nothing for it. */
@QuarkusTest
@TestProfile(Narrow.class)
class SlowClientsTest {

    private static final String POST = "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000\r\n\r\n{\"ids\": [";

    /** Take twice as long as a body may. */
    private static final int DROPS = 20;
    private static final String TOO_LARGE = "(?s)HTTP/1.1 431 .*";

    @Inject
    TestLoadResource work;

    @Test
    void halfAHeaderIsNotWaitedFor() throws IOException {
        try (Client client = new Client()) {
            assertThat(client.send("GET /v1 HTTP/1.1\r\nHost: loc").all()).isEmpty();
        }
    }

    @Test
    void halfABodyIsNotWaitedFor() throws IOException {
        try (Client client = new Client()) {
            assertThat(client.send(POST).all()).doesNotStartWith("HTTP/1.1 5").doesNotStartWith("HTTP/1.1 2");
        }
    }

    @Test
    void aBodyThatComesInDropsIsRefused() throws IOException, InterruptedException {
        assertThat(answerToDrops(POST)).startsWith("HTTP/1.1 408").contains("problems/request-timeout");
    }

    @Test
    void nobodyWaitsForTheRestOfAWrongBodyThatComesInDrops() throws IOException, InterruptedException {
        assertThat(answerToDrops(POST + "}")).startsWith("HTTP/1.1 400").contains("problems/invalid-body");
    }

    private static String answerToDrops(String begun) throws IOException, InterruptedException {
        try (Client client = new Client()) {
            client.send(begun);
            // What comes after it is closed has its system forget what was heard.
            for (int i = 0; i < DROPS && !client.hasHeard(); i++) {
                Thread.sleep(500);
                client.send(" ");
            }
            assertThat(client.hasHeard()).as("an answer while drops still come").isTrue();
            return client.some();
        }
    }

    @Test
    void longHeadersAreRefused() throws IOException {
        for (int length : new int[] { 20_000, 60_000, 70_000, 200_000 }) {
            try (Client client = new Client()) {
                try {
                    client.get("/v1", "X-Long: " + "x".repeat(length) + "\r\n");
                } catch (SocketException e) {
                    // Its end is not read any more.
                }
                // Beyond what the server beneath reads at all, its answer can be lost with the connection.
                assertThat(client.all()).as("%d characters", length).matches(length < 65_536 ? TOO_LARGE : TOO_LARGE + "|");
            }
        }
    }

    @Test
    void whoDoesNotReadIsCutOff() throws IOException {
        try (Client client = new Client().get("/test-load/endless.csv", "")) {
            AdmissionTest.await(() -> work.inside() == 1);
            AdmissionTest.await(() -> work.inside() == 0);
        }
    }

    private static boolean isServed() {
        try (Client client = new Client().get("/v1", "")) {
            return client.answer().status() == 200;
        } catch (IOException | RuntimeException e) {
            // Its connection was closed: the server has not noticed yet that others are gone.
            return false;
        }
    }

    @Test
    void moreConnectionsThanAllowedAreClosedAndTheNextIsServed() throws IOException {
        List<Client> clients = new ArrayList<>();
        int closed = 0;
        try {
            for (int i = 0; i < 2 * Narrow.CONNECTIONS; i++) {
                clients.add(new Client());
            }
            for (Client client : clients.subList(Narrow.CONNECTIONS, clients.size())) {
                closed += client.all().isEmpty() ? 1 : 0;
            }
        } finally {
            for (Client client : clients) {
                client.close();
            }
        }
        assertThat(closed).isEqualTo(Narrow.CONNECTIONS);
        AdmissionTest.await(SlowClientsTest::isServed);
    }
}
