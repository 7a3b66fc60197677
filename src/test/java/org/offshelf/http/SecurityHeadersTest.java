package org.offshelf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Whatever is answered, by whichever part of the service, browsers are told what they may do with it: show it, and no more. */
@QuarkusTest
class SecurityHeadersTest {

    private static final Map<String, String> EVERYWHERE = Map.of("X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer", "X-Frame-Options", "DENY", "Cross-Origin-Resource-Policy", "cross-origin",
            "Cross-Origin-Opener-Policy", "same-origin", "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI base;

    /** The second time some come from memory, the third time only if they have changed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET     | 200 | /v1
            GET     | 200 | /v1/findings?limit=5
            HEAD    | 200 | /v1/findings?limit=5
            GET     | 200 | /v1/findings?limit=5&format=csv
            GET     | 200 | /v1/findings?limit=5&format=xlsx
            GET     | 200 | /v1/findings?limit=5&format=ndjson
            GET     | 200 | /v1/feeds/atom
            GET     | 200 | /v1/deadlines.ics
            GET     | 200 | /v1/changes/stream
            GET     | 200 | /v1/snapshots
            GET     | 308 | /test-http/fail/redirect
            GET     | 404 | /v1/apps/nobody
            GET     | 404 | /nothing
            GET     | 400 | /v1/findings?bogus=1
            GET     | 400 | /v1/%00
            GET     | 401 | /v1/accounts
            POST    | 401 | /v1/sources
            POST    | 405 | /v1/findings
            OPTIONS | 204 | /v1/findings
            GET     | 500 | /test-http/fail/runtime
            GET     | 503 | /test-http/fail/database
            GET     | 200 | /q/openapi
            GET     | 200 | /q/health
            GET     | 200 | /q/metrics
            GET     | 200 | /q/swagger-ui/
            GET     | 404 | /q/nothing
            """)
    void areOnEveryAnswer(String method, int status, String target) throws Exception {
        HttpResponse<InputStream> first = ask(method, target, null);
        assertThat(first.statusCode()).isEqualTo(status);
        assertSafe(first, target);
        assertSafe(ask(method, target, null), target);
        String tag = first.headers().firstValue("ETag").orElse(null);
        if (tag != null && !method.equals("POST")) {
            HttpResponse<InputStream> unchanged = ask(method, target, tag);
            assertThat(unchanged.statusCode()).isIn(304, status);
            assertSafe(unchanged, target);
        }
    }

    private HttpResponse<InputStream> ask(String method, String target, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(target)).method(method, BodyPublishers.noBody());
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        // A stream has no end: only what stands before it is read.
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer;
    }

    private static void assertSafe(HttpResponse<?> answer, String target) {
        EVERYWHERE.forEach((name, value) -> assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
        assertThat(answer.headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("frame-ancestors 'none'")
                .contains(target.startsWith("/q/") ? "default-src 'self'" : "default-src 'none'");
        assertThat(answer.headers().map()).doesNotContainKeys("Server", "server", "X-Powered-By", "x-powered-by");
    }
}
