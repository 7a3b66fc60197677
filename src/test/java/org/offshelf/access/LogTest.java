package org.offshelf.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.access.TestAccounts.as;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is logged about a request says which, on whichever thread: with several instances, that is how its lines are found. */
@QuarkusTest
class LogTest {

    private static final Logger LOG = Logger.getLogger("org.offshelf");

    @TestHTTPResource
    URI base;

    @Inject
    TestAccounts accounts;

    private final Listening listening = new Listening();

    @BeforeEach
    void listen() {
        LOG.addHandler(listening);
    }

    @AfterEach
    void end() {
        LOG.removeHandler(listening);
    }

    @Test
    void aFaultIsFoundByItsReference() throws Exception {
        String answer = raw(
                "GET /test-http/fail/runtime HTTP/1.1\r\nHost: here\r\nX-Request-Id: desk-7.a\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 500 ").contains("X-Request-Id: desk-7.a", "the reference desk-7.a.")
                .contains("urn:request:desk-7.a");
        awaitLine("GET /test-http/fail/runtime answered 500");
        assertThat(listening.of("desk-7.a")).anyMatch(line -> line.startsWith("Unhandled failure, reference desk-7.a"))
                .anyMatch(line -> line.startsWith("GET /test-http/fail/runtime answered 500 after "));
        assertThat(listening.lines.stream()
                .filter(line -> line.text().contains("desk-7.a") || line.text().contains("fail/runtime")))
                .allMatch(line -> "desk-7.a".equals(line.of("requestId")));
    }

    @Test
    void anIdThatCannotBeLoggedAsItIsIsReplaced() throws Exception {
        String answer = raw(
                "GET /test-http/fail/runtime HTTP/1.1\r\nHost: here\r\nX-Request-Id: desk 8\\n{}\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 500 ").doesNotContain("desk 8")
                .containsPattern("X-Request-Id: [0-9a-f-]{36}\r\n");
        awaitLine("GET /test-http/fail/runtime answered 500");
        assertThat(listening.lines).noneMatch(line -> line.mdc().containsValue("desk 8\\n{}"));
    }

    @Test
    void aWriteSaysWhoAndWhichRevision() throws Exception {
        String ann = accounts.open(Roles.CURATOR);
        String revision = as(ann).header("X-Request-Id", "desk-9").post("/test-access/write").asString();
        awaitLine("POST /test-access/write answered 200");
        assertThat(listening.lines.stream().filter(line -> line.text().equals("POST /test-access/write answered 200")))
                .singleElement().satisfies(line -> {
                    assertThat(line.of("requestId")).isEqualTo("desk-9");
                    assertThat(line.of("user")).isEqualTo(ann);
                    assertThat(line.of("revision")).isEqualTo(revision);
                });
    }

    @Test
    void theNextRequestIsAnother() throws Exception {
        String ann = accounts.open(Roles.CURATOR);
        as(ann).header("X-Request-Id", "desk-10").post("/test-access/write").then().statusCode(200);
        raw("GET /test-http/fail/runtime HTTP/1.1\r\nHost: here\r\nX-Request-Id: desk-11\r\nConnection: close\r\n\r\n");
        awaitLine("GET /test-http/fail/runtime answered 500");
        assertThat(listening.lines.stream().filter(line -> "desk-11".equals(line.of("requestId")))).isNotEmpty()
                .allMatch(line -> !ann.equals(line.of("user")) && line.of("revision") == null);
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The last line about a request is written when its answer is on its way already. */
    private void awaitLine(String beginning) throws InterruptedException {
        for (int i = 0; i < 300 && listening.lines.stream().noneMatch(line -> line.text().startsWith(beginning)); i++) {
            Thread.sleep(100);
        }
        assertThat(listening.lines).anyMatch(line -> line.text().startsWith(beginning));
    }

    private record Line(String text, Map<String, String> mdc) {

        String of(String key) {
            return mdc.get(key);
        }
    }

    private static final class Listening extends Handler {

        private final List<Line> lines = Collections.synchronizedList(new ArrayList<>());

        List<String> of(String requestId) {
            return lines.stream().filter(line -> requestId.equals(line.of("requestId"))).map(Line::text).toList();
        }

        @Override
        public void publish(LogRecord record) {
            ExtLogRecord whole = ExtLogRecord.wrap(record);
            lines.add(new Line(whole.getFormattedMessage(), whole.getMdcCopy()));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }
}
