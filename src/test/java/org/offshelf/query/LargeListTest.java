package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offshelf.LargeRegistry;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.Revisions;
import org.offshelf.source.Source;
import org.offshelf.source.SourceKind;
import org.offshelf.source.Sources;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A list of many batches, in a database of its own. */
@QuarkusTest
@TestProfile(LargeRegistry.class)
class LargeListTest {

    private static final int RECORDS = 50_000;
    /** The connection on which the last revision is looked for is never given back. */
    private static final int LOOKING = 1;

    @Inject
    Revisions revisions;
    @Inject
    Session session;
    @Inject
    Sources sources;
    @Inject
    AgroalDataSource pool;
    /** Of the account that can change tables. */
    @Inject
    Flyway flyway;
    @TestHTTPResource
    URI base;

    @BeforeEach
    void fill() {
        if (Registry.count("/v1/sources?publisher=test") > 0) {
            return;
        }
        write("src-first", () -> session.createNativeMutationQuery("insert into source (id, revision, kind, title, publisher)"
                + " with d as (select 0 as i union select 1 union select 2 union select 3 union select 4 union select 5 union"
                + " select 6 union select 7 union select 8 union select 9)"
                + " select concat('big-', lpad(1 + a.i + 10 * b.i + 100 * c.i + 1000 * e.i + 10000 * f.i, 8, '0')), 1, 'press',"
                + " repeat('标题', 100), 'test' from d a, d b, d c, d e, d f where f.i < " + RECORDS / 10_000).executeUpdate());
    }

    private void write(String id, Runnable more) {
        revisions.write(new Author("test", Author.SYSTEM, Cause.SOURCE, null), () -> {
            Source source = new Source();
            source.id = id;
            source.kind = SourceKind.values()[0];
            source.title = id;
            source.publisher = "other";
            sources.persist(source);
            more.run();
            return null;
        });
    }

    @Test
    void everyRecordIsThereOnceAndInOrder() {
        List<String> ids = Registry.get("/v1/sources?publisher=test&select=id&sort=id&format=csv").asString().lines().toList();
        assertThat(ids).hasSize(RECORDS + 1).containsExactlyElementsOf(
                IntStream.rangeClosed(0, RECORDS).mapToObj(i -> i == 0 ? "id" : String.format("big-%08d", i)).toList());
    }

    @Test
    void aSlowReaderHoldsNoConnectionAndSeesOneRevision() throws Exception {
        try (Socket socket = ask("/v1/sources?publisher=test,other&select=id,title,publisher&sort=id:desc&format=ndjson")) {
            awaitIdle();
            write("abc-late", () -> {
            });
            BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> records = lines.lines().filter(line -> line.startsWith("{")).toList();
            assertThat(records).hasSize(RECORDS + 1).noneMatch(line -> line.contains("abc-late"));
        }
        assertThat(Registry.count("/v1/sources?publisher=other")).isEqualTo(2);
    }

    @Test
    void aReaderThatGoesAwayLeavesNothingBehind() throws Exception {
        for (int i = 0; i < 6; i++) {
            ask("/v1/sources?publisher=test&format=" + List.of("csv", "ndjson", "xlsx").get(i % 3)).close();
        }
        awaitIdle();
        assertThat(writing(Duration.ofSeconds(30))).isEmpty();
        assertThat(Registry.get("/v1/sources?limit=1").statusCode()).isEqualTo(200);
        assertThat(pool.getMetrics().leakDetectionCount()).isZero();
    }

    @Test
    void aFailureInTheMiddleDoesNotPassForTheEnd() throws Exception {
        try (Socket socket = ask("/v1/sources?publisher=test&select=id,title&sort=id&format=csv")) {
            awaitIdle();
            execute("rename table source to elsewhere");
            try {
                String rest = new String(readUntilItBreaks(socket), StandardCharsets.UTF_8);
                assertThat(rest.contains("big-00050000")).isFalse();
                assertThat(rest.endsWith("0\r\n\r\n")).isFalse();
            } finally {
                execute("rename table elsewhere to source");
            }
        }
        assertThat(Registry.get("/v1/sources?limit=1").statusCode()).isEqualTo(200);
    }

    private static byte[] readUntilItBreaks(Socket socket) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketException e) {
            // As good an end as any.
        }
        return read.toByteArray();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Sends a request and reads the first bytes of the answer. */
    private Socket ask(String target) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.getOutputStream().write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        socket.getInputStream().readNBytes(100);
        return socket;
    }

    /** The threads that still write to a client after so long. */
    private static List<String> writing(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<String> writing;
        do {
            Thread.sleep(100);
            writing = Thread.getAllStackTraces().entrySet().stream()
                    .filter(thread -> Stream.of(thread.getValue()).anyMatch(call -> call.getClassName().endsWith("Tables")))
                    .map(thread -> thread.getKey().getName() + Arrays.toString(thread.getValue())).toList();
        } while (!writing.isEmpty() && System.nanoTime() < end);
        return writing;
    }

    private void awaitIdle() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (pool.getMetrics().activeCount() > LOOKING && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(pool.getMetrics().activeCount()).isLessThanOrEqualTo(LOOKING);
    }
}
