package org.offshelf.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.app.AppKind;
import org.offshelf.ledger.LedgerTable;
import org.offshelf.notice.Notice;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

@QuarkusTest
@TestProfile(OwnRegistry.class)
class StreamTest {

    private static final int LISTENERS = Integer.getInteger("listeners", 200);
    private static final int REVISIONS = Integer.getInteger("revisions", 20);
    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    TestRecords records;
    @Inject
    LedgerTable ledger;
    @Inject
    Blocks blocks;
    @Inject
    Listeners listeners;
    @Inject
    Session session;
    @Inject
    Vertx vertx;

    @Inject
    AgroalDataSource database;

    private HttpClient client;

    @BeforeEach
    void open() {
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(LISTENERS + 10));
    }

    @AfterEach
    void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
        await(listeners::isEmpty);
    }

    @Test
    void allHearEveryRevisionOnceAndInOrderAndTheLedgerIsReadOnce() {
        long before = ledger.current();
        List<Ear> ears = IntStream.range(0, LISTENERS)
                .mapToObj(i -> Ear.listen(client, "/v1/changes/stream", null)).toList();
        ears.forEach(ear -> assertThat(ear.response().statusCode()).isEqualTo(200));
        await(() -> ears.stream().allMatch(ear -> ear.last() != null));
        long reads = blocks.reads();
        for (int i = 0; i < REVISIONS; i++) {
            records.run(records::app);
        }
        List<String> told = ids(before);
        assertThat(told).hasSizeGreaterThan(REVISIONS).endsWith(Long.toString(before + REVISIONS));
        await(() -> ears.stream().allMatch(ear -> ear.ids().size() >= told.size()));
        assertThat(ears).allSatisfy(ear -> assertThat(ear.ids()).isEqualTo(told));
        assertThat(blocks.reads() - reads).isBetween(1L, (long) REVISIONS);
    }

    /** The ids of the events about all that was changed since. */
    private List<String> ids(long since) {
        List<String> ids = new ArrayList<>();
        for (long revision = since + 1; revision <= ledger.current(); revision++) {
            int lines = ledger.lines(revision).size();
            for (int i = 1; i < lines; i++) {
                ids.add(revision + "." + i);
            }
            ids.add(Long.toString(revision));
        }
        return ids;
    }

    @Test
    void whoComesWhileAllConnectionsToTheDatabaseAreTakenIsLetIn() throws SQLException {
        Api.get("/v1");
        List<Connection> taken = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                while (true) {
                    taken.add(database.getConnection());
                }
            }).isInstanceOf(SQLException.class);
            List<Ear> ears = IntStream.range(0, LISTENERS)
                    .mapToObj(i -> Ear.listen(client, "/v1/changes/stream?type=apps", null)).toList();
            assertThat(ears).allSatisfy(ear -> assertThat(ear.response().statusCode()).isEqualTo(200));
            await(() -> ears.stream().allMatch(ear -> ear.last() != null));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void aDroppedConnectionIsResumedWithoutLoss() {
        long before = ledger.current();
        List<String> heard = new ArrayList<>();
        String last = null;
        for (int i = 0; i < 3; i++) {
            // Each time, since all of it may have been heard before the connection is dropped.
            records.run(() -> IntStream.range(0, 200).forEach(j -> records.app()));
            Ear ear = Ear.listen(client, "/v1/changes/stream?since=" + before, last);
            await(() -> ear.ids().size() >= 20);
            ear.leave();
            await(ear::isClosed);
            heard.addAll(ear.ids());
            last = ear.last();
        }
        records.run(records::app);
        List<String> told = ids(before);
        Ear rest = Ear.listen(client, "/v1/changes/stream", last);
        await(() -> heard.size() + rest.ids().size() >= told.size());
        heard.addAll(rest.ids());
        assertThat(heard).isEqualTo(told);
        assertThat(rest.last()).isEqualTo(Long.toString(ledger.current()));
    }

    @Test
    void aFilteredStreamHasWhatTheFilteredListHas() {
        long before = ledger.current();
        Ear apps = Ear.listen(client, "/v1/changes/stream?type=apps&since=" + before, null);
        Ear kind = Ear.listen(client, "/v1/changes/stream?type=apps&kind=sdk&since=" + before, null);
        records.run(records::app);
        records.run(records::operator);
        records.run(() -> records.app().kind = AppKind.SDK);
        await(() -> apps.ids().size() >= 2 && kind.ids().size() >= 1);
        assertThat(apps.ids()).containsExactly("" + (before + 1), "" + (before + 3));
        assertThat(kind.ids()).containsExactly("" + (before + 3));
    }

    @Test
    void aRareChangeIsLookedForInPartsOfTheLedger() {
        long before = ledger.current();
        for (int i = 0; i < 15; i++) {
            records.run(records::app);
            records.run(records::app);
        }
        records.run(records::operator);
        List<String> found = new ArrayList<>();
        int parts = 0;
        for (String next = "/v1/changes?type=operators&since=" + before; next != null; parts++) {
            Api.Page page = Api.list(next);
            page.results().forEach(line -> found.add(line.get("revision").asText()));
            next = page.next();
        }
        assertThat(found).containsExactly("" + (before + 31));
        assertThat(parts).isBetween(2, 4);
    }

    @Test
    void aSilenceIsFilled() {
        Ear ear = Ear.listen(client, "/v1/changes/stream", null);
        await(() -> ear.comments() >= 2);
        assertThat(ear.ids()).isEmpty();
        assertThat(ear.response().getHeader("Content-Type")).startsWith("text/event-stream");
        assertThat(ear.response().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(RestAssured.head("/v1/changes/stream").statusCode()).isEqualTo(200);
    }

    @Test
    void whoDoesNotReadIsEndedAndGoesOnWhereItStopped() throws IOException {
        long before = ledger.current();
        int revisions = 60;
        String id = records.write(() -> records.notice("miit", LocalDate.of(2021, 1, 1)).id).result();
        for (int i = 1; i < revisions; i++) {
            String much = i + "x".repeat(200_000);
            records.run(() -> session.find(Notice.class, id).legalBasis = List.of(much));
        }
        long reads = blocks.reads();
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(8_192);
            slow.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
            slow.getOutputStream().write(("GET /v1/changes/stream?since=" + before + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            await(() -> !listeners.isEmpty());
            await(listeners::isEmpty);
            // What it did not read was not read from the ledger for it either, but for what the sockets hold.
            assertThat(blocks.reads() - reads).isBetween(1L, revisions / 2L);
            InputStream in = slow.getInputStream();
            slow.setSoTimeout(10_000);
            assertThat(in.read()).isPositive();
        }
        List<String> told = ids(before);
        Ear again = Ear.listen(client, "/v1/changes/stream?since=" + before, null);
        await(() -> again.ids().size() >= told.size());
        assertThat(again.ids()).isEqualTo(told);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(Api.problem(400, "/v1/changes/stream?limit=5&type=x").errors()).hasSize(2);
        assertThat(RestAssured.given().header("Last-Event-ID", "yesterday").get("/v1/changes/stream").statusCode())
                .isEqualTo(400);
        assertThat(RestAssured.given().header("Last-Event-ID", "99999999").get("/v1/changes/stream").statusCode())
                .isEqualTo(400);
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONG);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it took too long").isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
