package org.offshelf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Where it is not clear how long a request is, a proxy may take for one what we take for two: it must be none. */
@QuarkusTest
class SmugglingTest {

    private static final String HEAD = "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String SECOND = "GET /v1/regulators/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TestHTTPResource("/")
    URI base;

    static Stream<String> ambiguous() {
        return Stream.of("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 80\r\n\r\n",
                "Content-Length: 0, 80\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Transfer-Encoding: chunked, xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n , xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0;a=\"\r\n\r\n" + SECOND + "\"\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffff1\r\n\r\n",
                "X: a\rContent-Length: 80\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void nothingIsTakenForASecondRequest(String rest) throws IOException {
        assertThat(answers(HEAD + rest + SECOND)).doesNotContain("smuggled");
    }

    /** What the others are compared to: where it is clear, the second is one. */
    @Test
    void whatIsOneIsAnswered() throws IOException {
        assertThat(answers(HEAD + "Content-Length: 0\r\n\r\n" + SECOND)).contains("smuggled");
        assertThat(answers(HEAD + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECOND)).contains("smuggled");
    }

    /** All that comes until the connection is closed, or there is nothing more for a second. */
    private String answers(String requests) throws IOException {
        StringBuilder answers = new StringBuilder();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            byte[] buffer = new byte[16 << 10];
            for (int read; (read = socket.getInputStream().read(buffer)) > 0;) {
                answers.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException nothingMore) {
            // as expected where the connection stays open
        }
        return answers.toString();
    }
}
