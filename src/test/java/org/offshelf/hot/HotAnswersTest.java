package org.offshelf.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.ledger.LatestRevision;
import org.offshelf.ledger.Readings;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.infrastructure.Infrastructure;

@QuarkusTest
@TestProfile(OwnRegistry.class)
class HotAnswersTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private static final List<String> KEPT = List.of("/v1", "/v1/findings?limit=50", "/v1/findings/miit-2021-11-1",
            "/v1/findings?limit=0&facet=store,category", "/v1/findings/aggregate?groupBy=published:month&fill=zero",
            "/v1/stores?lang=zh",
            "/v1/findings?limit=5&revision=1", "/v1/findings?asOf=2021-12-01&limit=5", "/v1/apps/app-70fy3psh/timeline",
            "/v1/search?q=douban", "/v1/suggest?q=to", "/v1/fields/findings", "/v1/coverage", "/v1/apps?q=%E6%8A%96%E9%9F%B3",
            "/v1/notices/miit-2021-11/findings?include=app,notice");
    private static final List<String[]> MANNERS = List.of(new String[0], new String[] { "Accept-Encoding", "gzip" },
            new String[] { "Accept", "application/json;q=0.9, */*;q=0.1", "Accept-Encoding", "identity" },
            new String[] { "Origin", "https://one.example" },
            new String[] { "Origin", "https://two.example", "Accept-Encoding", "br, gzip;q=0.5" });

    private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI base;
    @Inject
    MeterRegistry meters;
    @Inject
    Readings readings;
    @Inject
    LatestRevision latest;
    @Inject
    TestRecords records;

    static Stream<String> kept() {
        return KEPT.stream();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void isWhatWouldHaveBeenMade(String target) throws Exception {
        for (String[] manner : MANNERS) {
            for (String method : List.of("GET", "HEAD")) {
                HttpResponse<byte[]> made = ask(method, target, and(manner, "Cache-Control", "no-cache"));
                assertThat(made.statusCode()).as(target).isEqualTo(200);
                HttpResponse<byte[]> first = ask(method, target, manner);
                HttpResponse<byte[]> hot = hot("whole", () -> ask(method, target, manner));
                assertSame(made, first);
                assertSame(made, hot);

                String[] holding = and(manner, "If-None-Match",
                        "\"other\", " + made.headers().firstValue("ETag").orElseThrow());
                HttpResponse<byte[]> confirmed = ask(method, target, and(holding, "Cache-Control", "no-cache"));
                assertThat(confirmed.statusCode()).isEqualTo(304);
                assertSame(confirmed, hot("not-modified", () -> ask(method, target, holding)));
            }
        }
    }

    /** One that hangs on more than the last revision and the day, or is written while it is made. */
    @ParameterizedTest
    @ValueSource(strings = { "/v1/status", "/v1/findings?format=csv", "/v1/changes?limit=1", "/v1/feeds/json", "/v1/snapshots",
            "/v1/findings?knownAt=2026-01-01", "/v1/findings?bogus=1", "/v1/apps/nobody", "/q/openapi", "/q/health" })
    void othersAreMadeAnew(String target) throws Exception {
        double before = sent();
        for (int i = 0; i < 3; i++) {
            assertThat(ask("GET", target).headers().firstValue("X-Request-Id")).isPresent();
        }
        assertThat(sent()).isEqualTo(before);
    }

    @Test
    void whoHoldsACopyIsToldSoFromMemoryThoughNobodyAskedForTheWhole() throws Exception {
        String target = fresh();
        String tag = ask("GET", target, "Cache-Control", "no-cache").headers().firstValue("ETag").orElseThrow();
        assertThat(ask("GET", target, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(hot("not-modified", () -> ask("GET", target, "If-None-Match", tag)).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> whole = ask("GET", target, "If-None-Match", "\"another\"");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertSame(whole, hot("whole", () -> ask("GET", target)));
    }

    @Test
    void wrongCredentialsAreRefusedWhateverIsKept() throws Exception {
        ask("GET", "/v1/stores");
        hot("whole", () -> ask("GET", "/v1/stores"));
        assertThat(ask("GET", "/v1/stores", "Authorization", "Basic bm9ib2R5Om5vdGhpbmc=").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsAskedForAHundredTimesAtOnceIsMadeOnce() throws Exception {
        for (int attempt = 0;; attempt++) {
            String target = fresh();
            long revision = readings.currentRevision();
            double made = count("made");
            double whole = count("whole");
            List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> client.sendAsync(request("GET", target), BodyHandlers.ofByteArray())).toList();
            List<HttpResponse<byte[]>> all = answers.stream().map(CompletableFuture::join).toList();
            if (revision != readings.currentRevision() && attempt < 3) {
                continue;
            }
            assertThat(all).allSatisfy(answer -> assertThat(answer.body()).isEqualTo(all.get(0).body()));
            assertThat(all.get(0).statusCode()).isEqualTo(200);
            assertThat(count("made") - made).isEqualTo(1);
            assertThat(count("whole") - whole).isEqualTo(99);
            return;
        }
    }

    @Test
    void everybodySeesWhatWasWrittenAsSoonAsTheWriterIsTold() throws Exception {
        AtomicLong written = new AtomicLong(readings.currentRevision());
        AtomicBoolean isOver = new AtomicBoolean();
        double whole = count("whole");
        List<CompletableFuture<Integer>> readers = IntStream.range(0, 6).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            int asked = 0;
            long seen = 0;
            while (!isOver.get()) {
                long before = Math.max(written.get(), seen);
                seen = revision(i % 2 == 0 ? "/v1/apps?limit=1" : "/v1/findings/aggregate?groupBy=store");
                assertThat(seen).isGreaterThanOrEqualTo(before);
                asked++;
            }
            return asked;
        }, task -> new Thread(task).start())).toList();
        try {
            for (int i = 0; i < 40; i++) {
                written.set(records.run(records::app));
                Thread.sleep(15);
                // Where making an answer takes longer than that, none is kept in time: some have to be, to be outdated then.
                for (long end = System.nanoTime() + PATIENCE; i == 20 && count("whole") == whole && System.nanoTime() < end;) {
                    Thread.sleep(15);
                }
            }
        } finally {
            isOver.set(true);
        }
        assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).isPositive());
        assertThat(count("whole")).as("answered from memory between the writes").isGreaterThan(whole);
    }

    @Test
    void ownWritesGoOnWithTheSameHistory() {
        long history = latest.soon().toCompletableFuture().join().history();
        long revision = records.run(records::app);
        assertThat(latest.soon().toCompletableFuture().join())
                .satisfies(known -> assertThat(known.revision()).isGreaterThanOrEqualTo(revision))
                .satisfies(known -> assertThat(known.history()).isEqualTo(history));
    }

    @Test
    void needsNoWorker() throws Exception {
        ask("GET", "/v1/categories");
        int workers = Math.max(200, 8 * Runtime.getRuntime().availableProcessors());
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(workers);
        try {
            IntStream.range(0, workers).forEach(i -> Infrastructure.getDefaultWorkerPool().execute(() -> {
                busy.countDown();
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            assertThat(busy.await(20, TimeUnit.SECONDS)).as("all workers are busy").isTrue();
            HttpRequest cold = HttpRequest.newBuilder(base.resolve("/v1/categories")).header("Cache-Control", "no-cache")
                    .timeout(Duration.ofMillis(300)).build();
            assertThatThrownBy(() -> client.send(cold, BodyHandlers.ofByteArray())).isInstanceOf(HttpTimeoutException.class);
            assertThat(hot("whole", () -> ask("GET", "/v1/categories")).statusCode()).isEqualTo(200);
        } finally {
            over.countDown();
        }
    }

    @Test
    void isCountedOnceAmongAllRequests() throws Exception {
        String target = "/v1/findings/miit-2021-11-2";
        String etag = ask("GET", target).headers().firstValue("ETag").orElseThrow();
        hot("whole", () -> ask("GET", target));
        hot("not-modified", () -> ask("GET", target, "If-None-Match", etag));
        long before = requests("200", "/v1/findings/{id}");
        long notModifiedBefore = requests("304", "/v1/findings/{id}");
        hot("whole", () -> ask("GET", target));
        hot("not-modified", () -> ask("GET", target, "If-None-Match", etag));
        assertThat(requests("200", "/v1/findings/{id}")).isEqualTo(before + 1);
        assertThat(requests("304", "/v1/findings/{id}")).isEqualTo(notModifiedBefore + 1);
        assertThat(meters.find("http.server.requests").tag("uri", "/counted-here").timers()).isEmpty();
    }

    private long requests(String status, String uri) {
        return meters.get("http.server.requests").tag("status", status).tag("uri", uri).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /** Of a list of 50, whose bytes are many times that. */
    @Test
    void takesLittleMemoryHoweverLongTheAnswer() throws Exception {
        String target = "/v1/findings?limit=50&include=notice,app";
        assertThat(ask("GET", target).body().length).isGreaterThan(60_000);
        hot("whole", () -> ask("GET", target));
        int requests = 300;
        long before = allocatedByEventLoops();
        for (int i = 0; i < requests; i++) {
            ask("GET", target);
        }
        assertThat((allocatedByEventLoops() - before) / requests).isLessThan(20_000);
    }

    private static long allocatedByEventLoops() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] loops = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("vert.x-eventloop-thread"))
                .mapToLong(thread -> thread.getThreadId()).toArray();
        assertThat(loops).isNotEmpty();
        return Arrays.stream(threads.getThreadAllocatedBytes(loops)).sum();
    }

    private long revision(String target) {
        try {
            Matcher revision = REVISION.matcher(new String(ask("GET", target).body(), StandardCharsets.UTF_8));
            assertThat(revision.find()).isTrue();
            return Long.parseLong(revision.group(1));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A revision that somebody else makes between two requests has the second made anew. */
    private HttpResponse<byte[]> hot(String result, Callable<HttpResponse<byte[]>> again) throws Exception {
        for (int attempt = 0;; attempt++) {
            long revision = readings.currentRevision();
            double before = count(result);
            HttpResponse<byte[]> answer = again.call();
            if (count(result) == before + 1 || attempt == 3 || revision == readings.currentRevision()) {
                assertThat(count(result)).as("answered from memory: " + answer.uri()).isEqualTo(before + 1);
                return answer;
            }
        }
    }

    private double sent() {
        return count("whole") + count("not-modified");
    }

    private double count(String result) {
        return meters.counter("offshelf.hot.requests", "result", result).count();
    }

    /** A list that nobody has asked for. */
    private static String fresh() {
        return "/v1/findings?limit=20&published.lt="
                + LocalDate.of(2030, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private static String[] and(String[] fields, String name, String value) {
        String[] more = Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return more;
    }

    private HttpRequest request(String method, String target, String... fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(target)).method(method, BodyPublishers.noBody());
        return (fields.length == 0 ? request : request.headers(fields)).build();
    }

    private HttpResponse<byte[]> ask(String method, String target, String... fields) throws Exception {
        return client.send(request(method, target, fields), BodyHandlers.ofByteArray());
    }

    private static void assertSame(HttpResponse<byte[]> made, HttpResponse<byte[]> kept) {
        assertThat(kept.statusCode()).isEqualTo(made.statusCode());
        assertThat(kept.body()).isEqualTo(made.body());
        assertThat(fields(kept)).isEqualTo(fields(made));
        assertThat(kept.headers().firstValue("X-Request-Id")).isPresent()
                .isNotEqualTo(made.headers().firstValue("X-Request-Id"));
    }

    private static Map<String, List<String>> fields(HttpResponse<?> answer) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(answer.headers().map());
        fields.remove("X-Request-Id");
        fields.remove("Date");
        return fields;
    }
}
