package org.offshelf.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.http.ContentType;
import io.restassured.mapper.ObjectMapperType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class HttpTest {

    @TestHTTPResource
    URI base;

    @ParameterizedTest
    @CsvSource({
            "problem, 409, conflict",
            "runtime, 500, internal",
            "argument, 500, internal",
            "error, 500, internal",
            "io, 500, internal",
            "sql, 500, internal",
            "own-json, 500, internal",
            "web500, 500, internal",
            "database, 503, unavailable",
            "pool, 503, unavailable",
            "busy-pool, 503, unavailable",
            "unauthorized, 401, unauthorized",
            "rejected, 401, unauthorized",
            "forbidden, 403, forbidden",
            "web, 403, forbidden"
    })
    void everyFailureIsAProblemAndGivesNothingAway(String how, int status, String type) {
        var answer = given().get("/test-http/fail/" + how);
        var problem = problem(answer);
        assertThat(problem.status()).isEqualTo(status).isEqualTo(answer.statusCode());
        assertThat(problem.type()).hasToString("https://offshelf.org/problems/" + type);
        assertThat(answer.asString()).doesNotContain("secret", "table_x", "Exception", "java");
    }

    @Test
    void aProblemCarriesItsHeaders() {
        assertThat(given().get("/test-http/fail/problem").header("Location")).isEqualTo("/v1/apps/app-1");
        assertThat(given().get("/test-http/fail/database").header("Retry-After")).isEqualTo("5");
    }

    @Test
    void anInternalErrorSaysAReferenceOnly() {
        var answer = given().get("/test-http/fail/runtime");
        assertThat(problem(answer).detail()).endsWith("the reference " + answer.header("X-Request-Id") + ".");
    }

    @Test
    void aStatusWithoutATypeOfItsOwnIsStillAProblem() {
        var answer = given().get("/test-http/fail/teapot");
        assertThat(answer.header("X-Tea")).isEqualTo("yes");
        assertThat(problem(answer).type()).hasToString("about:blank");
    }

    @Test
    void aDeprecatedOperationSaysSinceWhenUntilWhenAndWhatInstead() {
        given().get("/test-http/deprecated").then().statusCode(200).header("Deprecation", "@1793491200")
                .header("Sunset", "Mon, 01 Nov 2027 00:00:00 GMT").header("Link", "</test-http/ok>; rel=\"successor-version\"");
        given().get("/test-http/ok").then().statusCode(200).header("Deprecation", nullValue()).header("Sunset", nullValue());
    }

    @Test
    void aRedirectIsNoProblem() {
        var answer = given().redirects().follow(false).get("/test-http/fail/redirect");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void aProblemIsJsonWhateverTheEndpointProduces() {
        assertThat(problem(given().accept("text/csv").get("/test-http/csv-problem")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/foo", "/v1/nothing", "/index.html", "/test-http", "/test-http/nothing", "/q/nothing" })
    void whatNothingServesIsAProblem(String path) {
        for (var accept : List.of("*/*", "text/html", "application/json")) {
            var problem = problem(given().accept(accept).get(path));
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.detail()).contains(path);
        }
    }

    @Test
    void aMethodNotServedNamesThoseThatAre() {
        var answer = given().post("/test-http/ok");
        assertThat(problem(answer).status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS");
        assertThat(given().patch("/test-http/other").header("Allow")).isEqualTo("OPTIONS, POST");
    }

    @Test
    void optionsNamesTheMethodsOfThisPathOnly() {
        var answer = given().options("/test-http/other");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(given().options("/test-http/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownFormatNamesTheKnownOnes() {
        var problem = problem(given().accept("application/xml").get("/test-http/csv"));
        assertThat(problem.status()).isEqualTo(406);
        assertThat(problem.errors()).extracting(Fault::allowed).containsExactly(List.of("text/csv"));
    }

    @Test
    void anUnreadMediaTypeNamesTheReadOnes() {
        var problem = problem(given().contentType("text/plain").body("x").post("/test-http/draft"));
        assertThat(problem.status()).isEqualTo(415);
        assertThat(problem.errors()).extracting(Fault::allowed).containsExactly(List.of("application/json"));
    }

    @Test
    void malformedJsonIsToldWhere() {
        var answer = post("{\"title\": \"a\",\n \"kind\" }");
        assertThat(problem(answer).status()).isEqualTo(400);
        assertThat(problem(answer).detail()).contains("line 2, column 9");
        assertThat(answer.asString()).doesNotContain("offshelf.http", "jackson", "java");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"titel":"a"}                           | /titel            | unknown-field | title
            {"kind":"removal-orders"}               | /kind             | unknown-value | removal-order
            {"title":{}}                            | /title            | invalid-value |
            {"rows":[{"sequence":1},{"sequence":"x"}]} | /rows/1/sequence | invalid-value |
            """)
    void aWrongFieldIsNamed(String body, String field, String code, String didYouMean) {
        var answer = post(body);
        assertThat(problem(answer).status()).isEqualTo(400);
        assertThat(problem(answer).errors()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(field);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.didYouMean()).isEqualTo(didYouMean);
        });
        assertThat(answer.asString()).doesNotContain("TestHttpResource", "java");
    }

    @Test
    void aParameterThatDoesNotConvertIsNotAMissingPage() {
        assertThat(problem(given().get("/test-http/number?n=x")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/test-http/%zz", "/%", "/test-http/ok?q=%ff", "/test-http/ok?q=%00", "/test-http/ok?q=%ED%A0%80",
            "/test-http/ok?q=%E6%8A", "/test-http/ok?%zz", "/q/health?%zz" })
    void whatDoesNotDecodeIsAProblem(String target) throws IOException {
        var answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-request-id: ").containsIgnoringCase("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = { "抖音", "a|b", "{a}", "a^b", "[a]", "\"a\"" })
    void whatIsSentBareIsUnderstood(String text) throws IOException {
        var answer = raw("GET /test-http/ok?q=" + text + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"q\":\"" + text.replace("\"", "\\\"") + "\"");
    }

    @Test
    void aUriTooLongIsAProblem() {
        assertThat(problem(given().get("/test-http/ok?q=" + "x".repeat(9_000))).status()).isEqualTo(414);
    }

    @Test
    void headersTooLargeAreAProblem() {
        assertThat(problem(given().header("X-Large", "x".repeat(17_000)).get("/test-http/ok")).status()).isEqualTo(431);
    }

    @Test
    void aBodyTooLargeIsAProblemWhetherItsLengthIsSaidOrNot() throws Exception {
        var large = new byte[11 << 20];
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(base.resolve("/test-http/bytes")).header("Content-Type",
                "application/octet-stream");
        var unsaid = client.send(request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))).build(),
                BodyHandlers.ofString());
        assertThat(unsaid.statusCode()).isEqualTo(413);
        assertThat(unsaid.body()).contains("payload-too-large");
        var said = raw("POST /test-http/bytes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Length: " + large.length + "\r\n\r\n");
        assertThat(said).startsWith("HTTP/1.1 413").contains("payload-too-large");
    }

    @Test
    void aRequestIdIsKeptIfUsable() {
        var answer = given().header("X-Request-Id", "abc-1.2_3").get("/test-http/ok");
        assertThat(answer.header("X-Request-Id")).isEqualTo("abc-1.2_3");
        assertThat(answer.jsonPath().getString("requestId")).isEqualTo("abc-1.2_3");
        assertThat(problem(given().header("X-Request-Id", "abc").get("/foo")).instance()).isEqualTo("urn:request:abc");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a b", "a;b", "ä", "<script>" })
    void aRequestIdIsReplacedIfNot(String given) {
        assertThat(given().header("X-Request-Id", given).get("/test-http/ok").header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void anyOriginMayReadWithoutCredentials() {
        var answer = given().header("Origin", "https://dash.example").get("/test-http/ok");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://dash.example");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("false");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Link", "ETag", "Retry-After", "RateLimit",
                "RateLimit-Policy", "X-Request-Id", "Deprecation", "Sunset");
    }

    @Test
    void preflightsAreAnswered() {
        var answer = given().header("Origin", "https://dash.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type").options("/test-http/other");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("86400");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/test-http/ok", "/foo", "/test-http/fail/runtime", "/q/health" })
    void everyAnswerIsSafeInABrowserAndInACache(String path) {
        var answer = given().get(path);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Encoding, Origin");
    }

    @Test
    void headIsAsLongAsGet() {
        var get = plain().get("/test-http/cached");
        var head = plain().head("/test-http/cached");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length")).isEqualTo("1011");
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Encoding")).isNull();
    }

    @Test
    void aKnownCopyIsNotSentAgain() {
        var get = plain().get("/test-http/cached");
        assertThat(get.header("ETag")).isEqualTo("\"1-a\"");
        var again = plain().header("If-None-Match", get.header("ETag")).get("/test-http/cached");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo("\"1-a\"");
        assertThat(again.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(again.header("Vary")).isEqualTo("Accept, Accept-Encoding, Origin");
        assertThat(again.asByteArray()).isEmpty();
    }

    @Test
    void aCompressedCopyHasATagOfItsOwn() {
        var get = compressed().get("/test-http/cached");
        assertThat(get.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(get.header("ETag")).isEqualTo("\"1-a--gzip\"");
        var again = compressed().header("If-None-Match", get.header("ETag")).get("/test-http/cached");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo("\"1-a--gzip\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "*              | true", "GZIP           | false", "x-gzip         | true", "deflate, gzip;q=0.5 | false",
            "deflate, gzip  | true", "br, *;q=0.1    | true", "gzip;q=maybe   | false",
            "gzip;q=0       | false", "*;q=0         | false", "identity       | false", "*, gzip;q=0.0  | false",
            "br             | false"
    })
    void theTagTellsWhichBytesWereSent(String accepted, boolean isCompressed) {
        var get = plain().header("Accept-Encoding", accepted).get("/test-http/cached");
        assertThat(get.header("Content-Encoding")).isEqualTo(isCompressed ? "gzip" : null);
        assertThat(get.header("ETag")).isEqualTo(isCompressed ? "\"1-a--gzip\"" : "\"1-a\"");
        assertThat(get.asByteArray()[0] == 0x1f).isEqualTo(isCompressed);
        var head = plain().header("Accept-Encoding", accepted).head("/test-http/cached");
        assertThat(head.header("Content-Encoding")).isEqualTo(get.header("Content-Encoding"));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        var again = plain().header("Accept-Encoding", accepted).header("If-None-Match", get.header("ETag"))
                .get("/test-http/cached");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(again.header("Content-Encoding")).isNull();
    }

    @Test
    void problemsAreCompressedToo() {
        assertThat(compressed().get("/foo").header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void anAbsentBodyIsAProblem() {
        assertThat(problem(given().contentType(ContentType.JSON).post("/test-http/draft")).status()).isEqualTo(400);
        assertThat(problem(post("null")).status()).isEqualTo(400);
    }

    private static RequestSpecification plain() {
        return given().config(RestAssured.config().decoderConfig(
                DecoderConfig.decoderConfig().noContentDecoders()));
    }

    private static RequestSpecification compressed() {
        return plain().header("Accept-Encoding", "gzip");
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/test-http/draft");
    }

    private static Problem problem(Response answer) {
        assertThat(answer.contentType()).isEqualTo(Problem.MEDIA_TYPE);
        var problem = answer.as(Problem.class, ObjectMapperType.JACKSON_2);
        assertThat(problem.instance()).isEqualTo("urn:request:" + answer.header("X-Request-Id"));
        return problem;
    }

    /** HTTP clients refuse to send what some people send anyway. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var buffer = new byte[16 << 10];
            var length = 0;
            for (int read; (read = socket.getInputStream().read(buffer, length, buffer.length - length)) > 0;) {
                length += read;
            }
            return new String(Arrays.copyOf(buffer, length), StandardCharsets.UTF_8);
        }
    }
}
