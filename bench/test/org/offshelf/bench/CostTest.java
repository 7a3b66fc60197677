package org.offshelf.bench;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offshelf.Api;
import org.offshelf.EmptyRegistry;
import org.offshelf.importing.ReferenceData;

import com.fasterxml.jackson.databind.JsonNode;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * What an answer costs that nobody asked for before, in what can be counted: statements, rows the server reads, bytes. Times
 * are
 * for {@code bench/run}.
 */
@QuarkusTest
@TestProfile(EmptyRegistry.class)
class CostTest {

    private static final int FINDINGS = 20_000;
    /** The scheduler asks things too; it only ever adds to what is counted. */
    private static final int TRIES = 3;

    @Inject
    ReferenceData reference;

    @Inject
    AgroalDataSource database;

    @Inject
    Flyway flyway;

    @TempDir
    Path folder;

    /** @param rows that the server read */
    private record Cost(long statements, long rows, long bytes) {

        Cost least(Cost other) {
            return new Cost(Math.min(statements, other.statements), Math.min(rows, other.rows), Math.min(bytes, other.bytes));
        }
    }

    @Test
    void noQuestionCostsMoreThanItDid() throws IOException, SQLException {
        reference.make();
        Fill fill = Generated.in(flyway);
        fill.load(fill.filler(FINDINGS, 7, 0, 0), folder);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("analyze table finding, finding_category, app, operator, notice, listing, record_text, term");
        }
        JsonNode facets = Api.one("/v1/findings?limit=0&facet=store,category").get("facets");
        String store = facets.at("/store/values/0/value").textValue();
        String category = facets.at("/category/values/0/value").textValue();
        JsonNode first = Api.one("/v1/findings?limit=1").at("/results/0");
        String finding = first.get("id").textValue();
        String letters = URLEncoder.encode(first.get("appName").textValue().substring(0, 2), StandardCharsets.UTF_8);
        // Rows: counting reads what it counts (20,751 findings are held), in an index; a page adds what is on it, unless the
        // server finds it cheaper to put all that was found in order.
        SoftAssertions.assertSoftly(softly -> {
            atMost(softly, "/v1/findings?limit=0", 5, 24_000, 600);
            atMost(softly, "/v1/findings?limit=50", 6, 25_000, 45_000);
            atMost(softly, "/v1/findings?limit=50&include=app,notice,operator", 9, 26_000, 110_000);
            atMost(softly, "/v1/apps?limit=50", 6, 24_000, 20_000);
            atMost(softly, "/v1/operators?limit=50", 6, 20_000, 15_000);
            atMost(softly, "/v1/findings?limit=50&store=" + store, 7, 26_000, 45_000);
            atMost(softly, "/v1/findings?limit=50&category=" + category, 9, 35_000, 60_000);
            atMost(softly, "/v1/findings?limit=50&q=" + letters, 7, 8_000, 45_000);
            atMost(softly, "/v1/findings/aggregate?groupBy=category,store", 5, 150_000, 260_000);
            atMost(softly, "/v1/findings?limit=0&facet=category,store", 7, 200_000, 20_000);
            atMost(softly, "/v1/findings/" + finding, 6, 100, 3_000);
        });
    }

    private void atMost(SoftAssertions softly, String question, long statements, long rows, long bytes) {
        Cost cost = least(question);
        softly.assertThat(cost.statements).as("statements of " + question).isBetween(1L, statements);
        softly.assertThat(cost.rows).as("rows read for " + question).isBetween(1L, rows);
        softly.assertThat(cost.bytes).as("bytes of " + question).isBetween(1L, bytes);
    }

    private Cost least(String question) {
        Cost least = cost(question);
        for (int i = 1; i < TRIES; i++) {
            least = least.least(cost(question));
        }
        return least;
    }

    /** Past the answers that are kept. */
    private Cost cost(String question) {
        long[] before = counters();
        byte[] answer = given().urlEncodingEnabled(false).header("Cache-Control", "no-cache").get(question).then()
                .statusCode(200).extract().asByteArray();
        long[] after = counters();
        return new Cost(after[0] - before[0] - 1, after[1] - before[1], answer.length);
    }

    /** Statements and rows read, by the whole server since its start. */
    private long[] counters() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("show global status where variable_name = 'Questions' or variable_name like"
                                + " 'Handler_read%'")) {
            long[] counters = new long[2];
            while (row.next()) {
                counters[row.getString(1).equals("Questions") ? 0 : 1] += row.getLong(2);
            }
            return counters;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
