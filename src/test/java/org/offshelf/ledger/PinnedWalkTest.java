package org.offshelf.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.Api;
import org.offshelf.LargeRegistry;
import org.offshelf.TestRecords;
import org.offshelf.app.Apps;
import org.offshelf.app.Operators;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.notice.Notices;
import org.offshelf.source.Sources;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * Somebody reads a large list to its end while somebody else writes all the time: what is read is the list as it stood at the
 * first page. {@code -Dwalk.rows=100000} takes as many rows as it says.
 */
@QuarkusTest
@TestProfile(LargeRegistry.class)
class PinnedWalkTest {

    private static final int ROWS = Integer.getInteger("walk.rows", 5_000);
    private static final int CHUNK = 500;
    private static final String NOTICE = "walked";
    private static final String LIST = "/v1/findings?select=id,appName,deadline,status,revision&notice=" + NOTICE;

    @Inject
    TestRecords records;
    @Inject
    Revisions revisions;
    @Inject
    Sources sources;
    @Inject
    Notices notices;
    @Inject
    Operators operators;
    @Inject
    Apps apps;
    @Inject
    Findings findings;
    @TestHTTPResource
    URI base;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    /** By all tests of the class, one after the other. */
    private static final AtomicInteger ADDED = new AtomicInteger();
    private Thread writer;
    private int written;

    @BeforeEach
    void fillAndGoOnWriting() {
        if (Api.get("/v1/notices/" + NOTICE).statusCode() == 404) {
            fill();
        }
        writer = new Thread(this::write);
        writer.start();
    }

    @AfterEach
    void stopWriting() throws InterruptedException {
        isOver.set(true);
        writer.join();
        assertThat(failure.get()).isNull();
    }

    private void fill() {
        LargeNotice large = new LargeNotice(NOTICE);
        int ofOperators = LargeNotice.operators(ROWS);
        int ofApps = LargeNotice.apps(ROWS);
        records.run(() -> {
            sources.persist(large.source());
            notices.persist(large.notice());
            for (int i = 0; i < ofOperators; i++) {
                operators.persist(large.operator(i));
                drain(i);
            }
            for (int i = 0; i < ofApps; i++) {
                apps.persist(large.app(i, ofOperators));
                drain(i);
            }
            for (int i = 0; i < ROWS; i++) {
                findings.persist(large.finding(i, ofApps, ofOperators));
                drain(i);
            }
        });
    }

    private void drain(int row) {
        if (row % CHUNK == CHUNK - 1) {
            revisions.drain();
        }
    }

    /** New rows, and others moved to elsewhere in every order, one revision after the other. */
    private void write() {
        Random random = new Random(20211209);
        try {
            while (!isOver.get()) {
                records.run(() -> {
                    for (int i = 0; i < 5; i++) {
                        Finding moved = findings.findById(NOTICE + "-" + (1 + random.nextInt(ROWS)));
                        moved.appName = random.nextInt(1000) + moved.appName;
                        moved.deadline = LocalDate.of(2003, 1, 1).plusDays(random.nextInt(10_000));
                    }
                    LargeNotice large = new LargeNotice(NOTICE);
                    Finding added = large.finding(ROWS + ADDED.incrementAndGet(), LargeNotice.apps(ROWS),
                            LargeNotice.operators(ROWS));
                    findings.persist(added);
                });
                written++;
            }
        } catch (Throwable e) {
            failure.set(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "&sort=deadline", "&sort=appName:desc", "&sort=status,revision:desc", "&asOf=2010-01-01",
            "&asOf=2010-01-01&sort=status:desc,deadline" })
    void pagesAreThoseOfTheFirst(String how) {
        int before = written;
        Api.Page page = Api.list(LIST + how + "&limit=" + Math.min(1000, Math.max(100, ROWS / 20)));
        long revision = page.revision();
        List<JsonNode> walked = new ArrayList<>(page.results());
        while (page.next() != null) {
            page = Api.list(page.next());
            assertThat(page.revision()).isEqualTo(revision);
            walked.addAll(page.results());
        }
        assertThat(written).as("revisions meanwhile").isGreaterThan(before);
        assertThat(walked).hasSize(page.count()).hasSizeGreaterThanOrEqualTo(ROWS);
        assertThat(walked.stream().map(row -> row.get("id"))).doesNotHaveDuplicates();
        assertThat(Api.all(LIST + how + "&revision=" + revision)).isEqualTo(walked);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "&sort=appName", "&sort=deadline:desc&asOf=2010-01-01" })
    void aFileIsOfTheRevisionItSays(String how) throws IOException, InterruptedException {
        int before = written;
        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(base.resolve(LIST + how + "&format=csv")).build(), BodyHandlers.ofInputStream());
        String permanent = response.headers().allValues("Link").stream().filter(link -> link.contains("bookmark")).findFirst()
                .orElseThrow().replaceAll("<(.*)>.*", "$1");
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (lines.size() % (ROWS / 5) == 0) {
                    Thread.sleep(100);
                }
            }
        }
        assertThat(written).as("revisions meanwhile").isGreaterThan(before);
        assertThat(lines).hasSizeGreaterThan(ROWS);
        assertThat(Api.get(permanent).asString().lines().toList()).isEqualTo(lines);
    }
}
