package org.offshelf.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.http.Fault;
import org.offshelf.ledger.Standing;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.Notices;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OwnRegistry.class)
class CoverageTest {

    @Inject
    TestRecords records;

    @Inject
    Notices notices;

    @Inject
    Findings findings;

    @Inject
    CoverageIndex index;

    @Test
    void numbersThatAreSkippedAreMissing() {
        String regulator = regulator();
        records.run(() -> List.of(1, 3, 6, 6).forEach(number -> numbered(regulator, 2021, number, null)));
        records.run(() -> numbered(regulator, 2022, 1, null));
        // Another kind has numbers of its own.
        records.run(() -> numbered(regulator, 2022, 2, null).kind = NoticeKind.REMOVAL_ORDER);

        JsonNode year = row(regulator, "2021");
        assertThat(numbers(year)).containsExactly(4, 7, 3);
        assertThat(year.get("state").textValue()).isEqualTo("partial");
        assertThat(gaps(year)).containsExactly("batch violation-notice 2-2", "batch violation-notice 4-5");
        assertThat(gaps(row(regulator, "2022"))).containsExactly("batch removal-order 1-1");
        assertCoverage("/v1/notices?regulator=" + regulator, "partial", 4, 0, "?regulator=" + regulator);
        assertCoverage("/v1/findings?published=2021-05&regulator=" + regulator, "partial", 3, 0,
                "?regulator=" + regulator + "&year=2021");
    }

    @Test
    void overallNumbersTellOfTheEndOfAYear() {
        String regulator = regulator();
        records.run(() -> {
            numbered(regulator, 2020, 7, 10);
            numbered(regulator, 2021, 1, 11);
            numbered(regulator, 2021, 3, 13);
            // Two are missing before it in its year, and three at the end of the year before.
            numbered(regulator, 2022, 3, 19);
            numbered(regulator, 2025, 1, 22);
        });
        assertThat(gaps(row(regulator, "2020"))).containsExactly("batch violation-notice 1-6", "overall violation-notice 4-9");
        assertThat(numbers(row(regulator, "2020"))).containsExactly(1, 7, 6);
        assertThat(gaps(row(regulator, "2021"))).containsExactly("batch violation-notice 2-2", "overall violation-notice 12-12",
                "overall violation-notice 14-16");
        assertThat(numbers(row(regulator, "2021"))).as("the second batch is the twelfth of all").containsExactly(2, 6, 4);
        assertThat(numbers(row(regulator, "2022"))).containsExactly(1, 3, 2);
        assertThat(row(regulator, "2025").get("missingNotices").intValue()).isZero();
        JsonNode undated = row(regulator, "undated");
        assertThat(undated.get("state").textValue()).isEqualTo("none");
        assertThat(gaps(undated)).containsExactly("overall violation-notice 1-3", "overall violation-notice 20-21");
        assertThat(undated.get("year").isNull()).isTrue();
        assertThat(Api.list("/v1/coverage?regulator=" + regulator + "&year.exists=false").ids())
                .containsExactly(regulator + "-undated");
    }

    /** Against the numbers counted one by one. */
    @Test
    void gapsAreWhatIsNotThereBelowTheHighest() {
        Random random = new Random(5);
        String regulator = regulator();
        Map<Integer, TreeSet<Integer>> held = new TreeMap<>();
        records.run(() -> {
            for (int i = 0; i < 60; i++) {
                int year = 2000 + random.nextInt(6);
                int number = 1 + random.nextInt(25);
                held.computeIfAbsent(year, any -> new TreeSet<>()).add(number);
                numbered(regulator, year, number, null);
            }
        });
        List<JsonNode> rows = Api.list("/v1/coverage?regulator=" + regulator).results();
        assertThat(rows).hasSameSizeAs(held.keySet()).allSatisfy(row -> {
            TreeSet<Integer> missing = new TreeSet<>();
            for (int number = 1; number < held.get(row.get("year").intValue()).last(); number++) {
                missing.add(number);
            }
            missing.removeAll(held.get(row.get("year").intValue()));
            TreeSet<Integer> told = new TreeSet<>();
            row.get("gaps").forEach(gap -> {
                for (int number = gap.get("first").intValue(); number <= gap.get("last").intValue(); number++) {
                    assertThat(told.add(number)).isTrue();
                }
            });
            assertThat(told).isEqualTo(missing);
            assertThat(row.get("missingNotices").intValue()).isEqualTo(missing.size());
        });
    }

    @Test
    void rowsAreHeldAgainstWhatNoticesDeclare() {
        String regulator = regulator();
        Notice notice = records.write(() -> {
            Notice one = numbered(regulator, 2021, 1, null);
            one.declaredCount = 3;
            records.finding(one, 1, records.app());
            return one;
        }).result();
        String list = "/v1/notices/" + notice.id + "/findings";
        long before = Api.list(list).revision();
        JsonNode year = row(regulator, "2021");
        assertThat(List.of(year.get("declaredRows").intValue(), year.get("heldRows").intValue(),
                year.get("missingRows").intValue(), year.get("incompleteNotices").intValue())).containsExactly(3, 1, 2, 1);
        assertCoverage(list, "partial", 0, 2, "/v1/notices?id=" + notice.id);
        assertCoverage("/v1/findings?regulator=" + regulator, "partial", 0, 2, "?regulator=" + regulator);
        String then = Api.get(list + "?revision=" + before).asString();

        records.run(() -> List.of(2, 3).forEach(at -> records.finding(notices.findById(notice.id), at, records.app())));

        assertThat(row(regulator, "2021").get("state").textValue()).isEqualTo("complete");
        assertCoverage(list, "complete", 0, 0, "/v1/notices?id=" + notice.id);
        assertCoverage("/v1/findings?regulator=" + regulator, "complete", 0, 0, "?regulator=" + regulator);
        assertCoverage("/v1/findings/aggregate?groupBy=store&regulator=" + regulator, "complete", 0, 0,
                "?regulator=" + regulator);
        assertThat(Api.get(list + "?revision=" + before).asString()).isEqualTo(then).contains("\"state\":\"partial\"");
    }

    @Test
    void aNoticeThatSaysNothingOfItsRowsIsNotCalledComplete() {
        String regulator = regulator();
        Notice empty = records.write(() -> numbered(regulator, 2021, 1, null)).result();
        assertCoverage("/v1/notices/" + empty.id + "/findings", "none", 0, 0, "/v1/notices?id=" + empty.id);
        assertThat(row(regulator, "2021").get("incompleteNotices").intValue()).isOne();

        records.run(() -> records.finding(notices.findById(empty.id), 1, records.app()));
        assertCoverage("/v1/notices/" + empty.id + "/findings", "unknown", 0, 0, "/v1/notices?id=" + empty.id);
        assertThat(row(regulator, "2021").get("state").textValue()).isEqualTo("unknown");

        Notice summons = records.write(() -> {
            Notice one = numbered(regulator, 2022, 1, null);
            one.kind = NoticeKind.SUMMONS;
            return one;
        }).result();
        assertCoverage("/v1/notices/" + summons.id + "/findings", "complete", 0, 0, "/v1/notices?id=" + summons.id);
        assertThat(row(regulator, "2022").get("state").textValue()).isEqualTo("complete");
    }

    @Test
    void jointNoticesCountForEachAndAreMissingOnce() {
        String one = regulator();
        String other = regulator();
        Notice joint = records.write(() -> {
            Notice notice = numbered(one, 2021, 5, null);
            notice.regulator.add(other);
            notice.declaredCount = 4;
            return notice;
        }).result();
        for (String regulator : List.of(one, other)) {
            JsonNode year = row(regulator, "2021");
            assertThat(year.get("gaps")).as("the number may be of a count they share").isEmpty();
            assertThat(year.get("heldNotices").intValue()).isOne();
            assertCoverage("/v1/findings?regulator=" + regulator, "partial", 0, 4, "?regulator=" + regulator);
        }
        assertCoverage("/v1/findings?regulator=" + one + ',' + other, "partial", 0, 4, "?regulator=" + one + ',' + other);
        assertThat(Api.list("/v1/findings?published=2021&regulator=" + one + ',' + other).body()
                .at("/meta/coverage/missingRows").intValue()).isEqualTo(4);
        assertThat(joint.regulator).hasSize(2);
    }

    @Test
    void findingNothingIsNotTheSameAsNotBeingCovered() {
        String covered = regulator();
        String bare = regulator();
        records.run(() -> {
            Notice notice = numbered(covered, 2021, 1, null);
            notice.declaredCount = 1;
            records.finding(notice, 1, records.app());
        });
        String nothing = "&q=" + Api.encode("沒有這個");
        Api.Page zero = assertCoverage("/v1/findings?regulator=" + covered + nothing, "complete", 0, 0,
                "?regulator=" + covered);
        Api.Page none = assertCoverage("/v1/findings?regulator=" + bare + nothing, "none", 0, 0, "?regulator=" + bare);
        assertThat(List.of(zero.count(), none.count())).containsOnly(0);
        assertCoverage("/v1/findings?published.lt=2021&regulator=" + covered, "none", 0, 0,
                "?regulator=" + covered + "&year.lte=2020");
        assertCoverage("/v1/findings?published.gt=2021&regulator=" + covered, "none", 0, 0,
                "?regulator=" + covered + "&year.gte=2022");
        assertCoverage("/v1/findings?regulator=" + covered + ',' + bare, "unknown", 0, 0,
                "?regulator=" + covered + ',' + bare);
    }

    @Test
    void whatIsNotHeldIsNotCalledComplete() {
        String regulator = regulator();
        Notice[] made = new Notice[1];
        records.run(() -> made[0] = numbered(regulator, 2021, 1, null));
        assertCoverage("/v1/findings?notice=" + made[0].id + "&asOf=2021-02-01", "none", 0, 0,
                "/v1/notices?asOf=2021-02-01&id=" + made[0].id);
    }

    @Test
    void isThatOfTheMoment() {
        String regulator = regulator();
        long first = records.run(() -> numbered(regulator, 2021, 1, null).published = LocalDate.of(2021, 3, 1));
        long second = records.run(() -> numbered(regulator, 2021, 3, null).published = LocalDate.of(2021, 6, 1));

        String row = "/v1/coverage/" + regulator + "-2021";
        assertThat(Api.one(row).get("missingNotices").intValue()).isOne();
        assertThat(Api.one(row + "?asOf=2021-05-01").get("missingNotices").intValue()).isZero();
        assertThat(Api.one(row + "?revision=" + first).get("missingNotices").intValue()).isZero();
        assertThat(Api.one(row + "?asOf=2021-07-01&revision=" + second)).isEqualTo(Api.one(row));
        assertThat(Api.problem(404, row + "?asOf=2021-02-01").detail())
                .isEqualTo("There was no coverage `" + regulator + "-2021` on 2021-02-01.");
        assertThat(Api.problem(404, row + "?revision=" + (first - 1)).detail()).startsWith("There is no coverage");
        assertCoverage("/v1/notices?regulator=" + regulator + "&revision=" + first, "partial", 0, 0,
                "?revision=" + first + "&regulator=" + regulator);
        assertCoverage("/v1/notices?regulator=" + regulator + "&asOf=2021-02-01", "none", 0, 0,
                "?asOf=2021-02-01&regulator=" + regulator);
        assertThat(Api.one("/v1/search?limit=0&q=miit&asOf=2021-02-01").at("/meta/coverage/see").textValue())
                .isEqualTo("/v1/coverage?asOf=2021-02-01");
    }

    @Test
    void isListedAsEverythingIs() {
        String regulator = regulator();
        records.run(() -> {
            numbered(regulator, 2020, 2, null);
            numbered(regulator, 2022, 4, null);
            numbered(regulator, 2021, 1, null);
        });
        String of = "/v1/coverage?regulator=" + regulator;
        assertThat(Api.list(of).ids()).containsExactly(regulator + "-2020", regulator + "-2021", regulator + "-2022");
        assertThat(Api.list(of + "&year.gte=2021&missingNotices.gt=0").ids()).containsExactly(regulator + "-2022");
        assertThat(Api.list(of + "&sort=missingNotices:desc&limit=1").ids()).containsExactly(regulator + "-2022");
        assertThat(Api.all(of + "&sort=year:desc")).extracting(row -> row.get("year").intValue())
                .containsExactly(2022, 2021, 2020);
        assertThat(Api.list(of + "&regulator.level=national").count()).isZero();
        assertThat(Api.list(of + "&limit=0&facet=year").body().at("/facets/year/values")).hasSize(3);
        assertCoverage(of + "&year.lt=2022", "partial", 1, 0, "?regulator=" + regulator + "&year.lte=2021");
        assertThat(Api.get(of + "&select=id,missingNotices,gaps&format=csv").asString().lines())
                .contains(regulator + "-2021,0,", "id,missingNotices,gaps");
        String next = Api.list(of + "&limit=2").next();
        records.run(() -> numbered(regulator, 2023, 1, null));
        assertThat(Api.list(next).ids()).as("pinned").containsExactly(regulator + "-2022");

        assertThat(Api.problem(400, "/v1/coverage?regulater=miit&state=parcial").errors())
                .extracting(Fault::parameter, Fault::didYouMean)
                .containsExactlyInAnyOrder(tuple("regulater", "regulator"), tuple("state", "partial"));
    }

    @Test
    void isReadOnceForAllAnswersOfAMoment() {
        String regulator = regulator();
        records.run(() -> numbered(regulator, 2021, 1, null));
        long before = index.reads();
        for (String list : List.of("findings?regulator=" + regulator, "findings?published=2021", "notices", "apps",
                "apps?limit=1", "listings", "penalties", "statements", "operators", "search?q=miit", "coverage",
                "findings/aggregate?groupBy=store")) {
            assertThat(Api.one("/v1/" + list).at("/meta/coverage/state").isTextual()).as(list).isTrue();
        }
        assertThat(index.reads() - before).isOne();
        for (String list : List.of("regulators", "categories", "stores", "sources", "search?q=miit&type=regulators")) {
            assertThat(Api.one("/v1/" + list).at("/meta").has("coverage")).as(list).isFalse();
        }
        assertThat(index.reads() - before).isOne();
    }

    @Test
    void isReadAgainWhenSomethingOfItChanges() {
        String regulator = regulator();
        Finding finding = records.write(() -> {
            Notice notice = numbered(regulator, 2021, 1, null);
            notice.declaredCount = 2;
            return records.finding(notice, 1, records.app());
        }).result();
        String of = "findings?regulator=" + regulator;
        assertThat(Api.one("/v1/" + of).at("/meta/coverage/missingRows").intValue()).isOne();
        long before = index.reads();
        long changed = records.run(() -> findings.findById(finding.id).version = "2.0");
        records.run(records::source);
        assertThat(Api.one("/v1/" + of).at("/meta/coverage/missingRows").intValue()).isOne();
        assertThat(index.reads() - before).isZero();
        records.run(() -> findings.findById(finding.id).standing = Standing.RETRACTED);
        assertThat(Api.one("/v1/" + of).at("/meta/coverage/missingRows").intValue()).isEqualTo(2);
        assertThat(index.reads() - before).isOne();
        assertThat(Api.one("/v1/" + of + "&revision=" + changed).at("/meta/coverage/missingRows").intValue()).isOne();
        assertThat(index.reads() - before).isOne();
        records.run(() -> notices.findById(finding.notice).declaredCount = 5);
        assertThat(Api.one("/v1/" + of).at("/meta/coverage/missingRows").intValue()).isEqualTo(5);
        records.run(() -> notices.findById(finding.notice).published = LocalDate.of(2020, 5, 1));
        assertThat(Api.one("/v1/" + of + "&published=2020").at("/meta/coverage/missingRows").intValue()).isEqualTo(5);
        assertThat(index.reads() - before).isEqualTo(3);
    }

    private String regulator() {
        return records.write(() -> records.regulator().id).result();
    }

    /** Within a write. */
    private Notice numbered(String regulator, int year, int batch, Integer overall) {
        Notice notice = records.notice(regulator, LocalDate.of(year, 5, 1));
        notice.batchYear = year;
        notice.batchNumber = batch;
        notice.overallNumber = overall;
        return notice;
    }

    private static JsonNode row(String regulator, String year) {
        return Api.one("/v1/coverage/" + regulator + '-' + year);
    }

    private static List<Integer> numbers(JsonNode row) {
        return List.of(row.get("heldNotices").intValue(), row.get("knownNotices").intValue(),
                row.get("missingNotices").intValue());
    }

    private static List<String> gaps(JsonNode row) {
        return StreamSupport.stream(row.get("gaps").spliterator(), false).map(gap -> gap.get("numbering").textValue() + ' '
                + gap.get("kind").textValue() + ' ' + gap.get("first") + '-' + gap.get("last")).toList();
    }

    /** @param see the parameters of coverage, or another path */
    private static Api.Page assertCoverage(String list, String state, int notices, int rows, String see) {
        Api.Page page = Api.list(list);
        JsonNode coverage = page.body().at("/meta/coverage");
        assertThat(coverage).as(list).isEqualTo(Api.json("{'state':'" + state + "','missingNotices':" + notices
                + ",'missingRows':" + rows + ",'see':'" + (see.startsWith("?") ? "/v1/coverage" + see : see) + "'}"));
        assertThat(Api.get(see.startsWith("?") ? "/v1/coverage" + see : see).statusCode()).isEqualTo(200);
        return page;
    }
}
