package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offshelf.Api;
import org.offshelf.Api.Page;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.notice.Notice;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PagingTest {

    @Inject
    TestRecords records;

    @Inject
    Findings findings;

    private String touched;

    @Test
    void fiveAtATimeVisitsEveryFindingOnceInTheDefaultOrder() {
        assertThat(walk("/v1/findings?select=id&limit=5"))
                .isEqualTo(sorted("/v1/findings", "published:desc", "notice", "sequence", "id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "findings  | deadline                     | 7",
            "findings  | deadline:desc,appName        | 7",
            "findings  | operator:desc                | 17",
            "findings  | operator,store:desc,deadline | 17",
            "findings  | printedRow,developer:desc    | 17",
            "findings  | printedRow:desc              | 50",
            "findings  | storeName,version            | 50",
            "findings  | status:desc,published        | 50",
            "findings  | id:desc                      | 50",
            "findings  | problem                      | 17",
            "findings  | problem:desc                 | 17",
            "findings  | revision,measure:desc        | 50",
            "notices   | overallNumber:desc           | 5",
            "notices   | deadline,kind                | 5",
            "notices   | heldCount:desc,declaredCount | 5",
            "notices   | follows                      | 5",
            "penalties | amount:desc                  | 1",
            "penalties | reportedAmount               | 2",
            "sources   | retrieved,published:desc     | 5",
            "apps      | status,name:desc             | 50",
            "listings  | cause,since                  | 7"
    })
    void anyOrderVisitsEveryRecordOnce(String collection, String sort, int limit) {
        String target = "/v1/" + collection;
        List<String> keys = new ArrayList<>(List.of(sort.split(",")));
        keys.add("id");
        assertThat(walk(target + "?select=id&sort=" + sort + "&limit=" + limit))
                .isEqualTo(sorted(target, keys.toArray(String[]::new)));
    }

    @ParameterizedTest
    @CsvSource({ "en, nameEn, nameZh", "zh, nameZh, nameEn" })
    void namesAreInTheOrderOfTheirLanguage(String lang, String first, String second) {
        List<JsonNode> all = new ArrayList<>(Api.all("/v1/regulators"));
        all.sort(Comparator.comparing((JsonNode row) -> text(row.get(first).isNull() ? row.get(second) : row.get(first)),
                Arrays::compareUnsigned).thenComparing(row -> text(row.get("id")), Arrays::compareUnsigned));
        assertThat(walk("/v1/regulators?select=id&sort=name&limit=7&lang=" + lang))
                .isEqualTo(all.stream().map(row -> row.get("id").textValue()).toList());
    }

    /** A cursor holds the keys of the last record, and must fit into an address. */
    @Test
    void longTextsKeepTheOrderOfTheirBeginningsAndTheCursorShort() {
        String notice = records.write(() -> {
            Notice written = records.notice("miit", LocalDate.of(2001, 1, 1));
            App app = records.app();
            for (int i = 1; i <= 9; i++) {
                Finding finding = records.finding(written, i, app);
                finding.problem = "题".repeat(190 + i % 3) + "问".repeat(3_700) + (9 - i);
            }
            return written.id;
        }).result();
        String target = "/v1/notices/" + notice + "/findings";
        assertThat(Api.list(target + "?select=id&sort=problem&limit=2").next()).hasSizeLessThan(2_000);
        assertThat(walk(target + "?select=id&sort=problem&limit=2")).isEqualTo(sorted(target, "problem", "id")).hasSize(9);
        assertThat(walk(target + "?select=id&sort=problem:desc&limit=2")).isEqualTo(sorted(target, "problem:desc", "id"))
                .hasSize(9);
    }

    @Test
    void aFilteredWalkStaysWithinItsFilter() {
        List<String> all = Api.all("/v1/findings?category=excessive-data-collection&regulator=cverc,mps-testing-centre")
                .stream()
                .map(row -> row.get("id").textValue()).toList();
        assertThat(walk("/v1/findings?category=excessive-data-collection&regulator=cverc,mps-testing-centre&limit=20"))
                .isEqualTo(all)
                .hasSizeGreaterThan(100);
        assertThat(walk("/v1/notices/cverc-2025-04/findings?limit=20")).hasSize(67)
                .allMatch(id -> id.startsWith("cverc-2025-04-"));
    }

    @Test
    void pagesMayDifferInSizeAndShape() {
        Page first = Api.list("/v1/findings?limit=3&select=id");
        Page second = Api.list("/v1/findings?limit=2&select=id,appName&include=notice&cursor=" + first.cursor());
        assertThat(second.ids()).isEqualTo(Api.list("/v1/findings?limit=5&select=id").ids().subList(3, 5));
        assertThat(second.results().get(0).at("/included/notice/id").isTextual()).isTrue();
        assertThat(Api.list("/v1/findings?limit=0&cursor=" + first.cursor()).count()).isEqualTo(first.count());
    }

    @Test
    void theLinkHeaderLeadsToTheNextPageAndTheLastHasNone() {
        Page first = Api.list("/v1/penalties?limit=4");
        assertThat(Api.get("/v1/penalties?limit=4").header("Link")).contains("<" + first.next() + ">; rel=\"next\"");
        assertThat(first.next()).isEqualTo("/v1/penalties?limit=4&cursor=" + first.cursor());
        Page last = Api.list(first.next());
        assertThat(last.cursor()).isNull();
        assertThat(last.next()).isNull();
        assertThat(last.results()).hasSize(first.count() - 4);
        Page exact = Api.list("/v1/penalties?limit=" + first.count());
        assertThat(exact.cursor()).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "published:desc", "published", "appName:desc", "deadline" })
    void aWalkStaysAtItsRevisionWhateverIsWrittenMeanwhile(String sort) {
        String target = "/v1/findings?select=id,revision&sort=" + sort;
        List<JsonNode> before = Api.all(target);
        Page page = Api.list(target + "&limit=100");
        int count = page.count();
        long revision = page.revision();
        List<JsonNode> seen = new ArrayList<>(page.results());
        Set<String> added = new HashSet<>();
        while (page.next() != null) {
            added.add(addAndTouch(seen.size()));
            page = Api.list(page.next());
            assertThat(page.count()).isEqualTo(count);
            assertThat(page.revision()).isEqualTo(revision);
            seen.addAll(page.results());
        }
        assertThat(seen).isEqualTo(before).hasSize(count);
        assertThat(added).hasSizeGreaterThan(6);
        assertThat(Api.list("/v1/findings?limit=0").count()).isEqualTo(count + added.size());
        assertThat(Api.all(target).stream().map(row -> row.get("id").textValue())).containsAll(added);
    }

    /** A new finding between all others, and another name and deadline for the one before. */
    private String addAndTouch(int salt) {
        return records.write(() -> {
            Notice notice = records.notice("miit", LocalDate.of(2022, 1, 1).plusDays(salt));
            App app = records.app();
            Finding earlier = records.finding(notice, 1, app);
            earlier.deadline = LocalDate.of(2023, 1, 1);
            if (touched != null) {
                Finding moved = findings.findById(touched);
                moved.appName = "改 " + salt;
                moved.deadline = moved.deadline.plusYears(salt % 2 == 0 ? -5 : 5);
            }
            touched = earlier.id;
            return earlier.id;
        }).result();
    }

    private static List<String> walk(String target) {
        List<String> ids = new ArrayList<>();
        Page page = Api.list(target);
        int count = page.count();
        ids.addAll(page.ids());
        while (page.next() != null) {
            assertThat(page.results()).hasSize(page.limit());
            page = Api.list(page.next());
            assertThat(page.count()).isEqualTo(count);
            ids.addAll(page.ids());
        }
        assertThat(ids).hasSize(count).doesNotHaveDuplicates();
        return ids;
    }

    /** The ids of all records, in the order computed here: nulls are the smallest, text goes by its bytes. */
    private static List<String> sorted(String target, String... keys) {
        Comparator<JsonNode> order = (one, other) -> 0;
        for (String key : keys) {
            String field = key.replace(":desc", "");
            Comparator<JsonNode> next = (one, other) -> compare(one.get(field), other.get(field));
            order = order.thenComparing(key.endsWith(":desc") ? next.reversed() : next);
        }
        return Api.all(target).stream().sorted(order).map(row -> row.get("id").textValue()).toList();
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNull() || other.isNull()) {
            return Boolean.compare(!one.isNull(), !other.isNull());
        }
        return one.isNumber() ? one.decimalValue().compareTo(other.decimalValue())
                : Arrays.compareUnsigned(text(one), text(other));
    }

    /** No other field's value is longer than what prose is ordered by. */
    private static byte[] text(JsonNode value) {
        String text = value.textValue();
        return text.substring(0, Math.min(200, text.length())).getBytes(StandardCharsets.UTF_8);
    }
}
