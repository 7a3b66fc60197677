package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.offshelf.finding.FindingSchema;
import org.offshelf.http.Problem;
import org.offshelf.penalty.PenaltySchema;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AggregatesTest {

    static Stream<Arguments> dimensions() {
        return Registry.COLLECTIONS.stream().flatMap(schema -> Parameters.dimensions(schema).stream()
                .map(dimension -> Arguments.of(schema.name(), schema, dimension)));
    }

    @ParameterizedTest(name = "{0} by {2}")
    @MethodSource("dimensions")
    void countsAreThoseOfTheRecordsAndEveryKeyIsAFilter(String name, CollectionSchema schema, String dimension) {
        assertGroups(schema, "", dimension);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "category.group,published:quarter,store | regulator=miit",
            "category,operator.province | category=misleading-downloads,over-scope-collection",
            "category,category.group | category=misleading-downloads&category.all=excessive-permissions",
            "published:month,regulator | published=2021-11-03,2021-W50&published.gte=2021-11-01&published.lte=2025",
            "published:week,notice.kind | published.gt=2021-11&published.lt=2022-03&store.not=huawei",
            "app.kind,app.status,status | store.exists=false",
            "regulator,sources,measure | notice=miit-2021-11,cac-2021-05-01" })
    void severalDimensionsHoldUnderFilters(String groupBy, String filters) {
        assertGroups(FindingSchema.FINDINGS, filters, groupBy.split(","));
    }

    /** Compares everything that is counted with the records, and follows every link. */
    private static void assertGroups(CollectionSchema schema, String filters, String... groupBy) {
        Map<String, String> counted = counted(schema);
        Map<List<String>, List<JsonNode>> expected = groups(schema, filters, groupBy);
        List<JsonNode> groups = Registry.all("/v1/" + schema.name() + "/aggregate?groupBy=" + String.join(",", groupBy)
                + "&metrics=" + String.join(",", counted.keySet()) + (filters.isEmpty() ? "" : "&" + filters));
        assertThat(groups).hasSize(expected.size());
        for (JsonNode group : groups) {
            List<String> key = key(group, groupBy);
            assertThat(expected).containsKey(key);
            counted.forEach((metric, field) -> assertThat(group.get(metric).longValue()).as(metric + " of " + group)
                    .isEqualTo(expected.get(key).stream().flatMap(record -> Registry.values(record, field).stream()).distinct()
                            .count()));
            String link = group.get("link").textValue();
            assertThat(Registry.count(link)).as(link).isEqualTo(expected.get(key).size());
        }
    }

    private static Map<List<String>, List<JsonNode>> groups(CollectionSchema schema, String filters, String... groupBy) {
        Keys keys = new Keys(schema);
        Map<List<String>, List<JsonNode>> groups = new HashMap<>();
        for (JsonNode record : Registry.all("/v1/" + schema.name() + "?limit=1000&" + filters)) {
            List<List<String>> tuples = new ArrayList<>();
            tuples.add(List.of());
            for (String dimension : groupBy) {
                List<List<String>> longer = new ArrayList<>();
                for (List<String> tuple : tuples) {
                    for (String key : keys.of(record, dimension)) {
                        List<String> next = new ArrayList<>(tuple);
                        next.add(key);
                        longer.add(next);
                    }
                }
                tuples = longer;
            }
            tuples.forEach(tuple -> groups.computeIfAbsent(tuple, none -> new ArrayList<>()).add(record));
        }
        return groups;
    }

    private static List<String> key(JsonNode group, String... groupBy) {
        List<String> key = new ArrayList<>();
        for (String dimension : groupBy) {
            JsonNode value = group.get(path(dimension));
            key.add(value.isNull() ? null : value.asText());
        }
        return key;
    }

    private static String path(String dimension) {
        return dimension.replaceAll(":.*", "");
    }

    /** Metric and the field it counts the values of, for all that count. */
    private static Map<String, String> counted(CollectionSchema schema) {
        Map<String, String> counted = new LinkedHashMap<>();
        counted.put(schema.name(), "id");
        for (Field field : schema.fields()) {
            if (field.type() == FieldType.REFERENCE && schema.field(field.target().name()).isEmpty()) {
                counted.putIfAbsent(field.target().name(), field.name());
            }
        }
        return counted;
    }

    @Test
    void amountsStayInTheirCurrency() {
        List<JsonNode> groups = Registry
                .all("/v1/penalties/aggregate?groupBy=regulator&metrics=penalties,amount.sum,amount.min,"
                        + "amount.max,amount.avg,amount.median");
        Map<List<String>, List<JsonNode>> expected = groups(PenaltySchema.PENALTIES, "", "regulator", "currency");
        assertThat(groups).hasSize(expected.size());
        for (JsonNode group : groups) {
            List<JsonNode> penalties = expected.get(key(group, "regulator", "currency"));
            List<BigDecimal> amounts = penalties.stream().map(penalty -> penalty.get("amount")).filter(JsonNode::isNumber)
                    .map(JsonNode::decimalValue).sorted().toList();
            assertThat(group.get("penalties").intValue()).isEqualTo(penalties.size());
            if (amounts.isEmpty()) {
                assertThat(group.get("amount.sum").isNull()).isTrue();
                assertThat(group.get("amount.median").isNull()).isTrue();
                continue;
            }
            BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            int size = amounts.size();
            BigDecimal median = amounts.get((size - 1) / 2).add(amounts.get(size / 2)).divide(BigDecimal.valueOf(2));
            assertThat(group.get("amount.sum").decimalValue()).isEqualByComparingTo(sum);
            assertThat(group.get("amount.min").decimalValue()).isEqualByComparingTo(amounts.get(0));
            assertThat(group.get("amount.max").decimalValue()).isEqualByComparingTo(amounts.get(size - 1));
            assertThat(group.get("amount.avg").decimalValue())
                    .isEqualByComparingTo(sum.divide(BigDecimal.valueOf(size), 2, RoundingMode.HALF_UP));
            assertThat(group.get("amount.median").decimalValue()).isEqualByComparingTo(median);
        }
    }

    @Test
    void whatIsCountedBesideDoesNotMultiplySums() {
        JsonNode alone = Registry.json("/v1/penalties/aggregate?metrics=penalties,amount.sum").get("results");
        JsonNode beside = Registry.json("/v1/penalties/aggregate?metrics=penalties,amount.sum,apps,categories")
                .get("results");
        for (int i = 0; i < alone.size(); i++) {
            assertThat(beside.get(i).get("amount.sum")).isEqualTo(alone.get(i).get("amount.sum"));
            assertThat(beside.get(i).get("penalties")).isEqualTo(alone.get(i).get("penalties"));
        }
    }

    @Test
    void emptySpansAreFilled() {
        List<JsonNode> months = Registry.all("/v1/findings/aggregate?groupBy=published:month&fill=zero&published.gte=2021-10"
                + "&published.lt=2022-03&metrics=findings,apps");
        assertThat(months).extracting(month -> month.get("published").textValue()).containsExactly("2021-10", "2021-11",
                "2021-12", "2022-01", "2022-02");
        List<JsonNode> there = Registry.all("/v1/findings/aggregate?groupBy=published:month&published.gte=2021-10"
                + "&published.lt=2022-03&metrics=findings,apps");
        assertThat(months).containsAll(there);
        assertThat(months).filteredOn(month -> !there.contains(month)).isNotEmpty()
                .allSatisfy(month -> assertThat(month.get("findings").intValue()).isZero());
    }

    @Test
    void spansAreFilledForEachOfTheOtherKeysAndMissingOnesStay() {
        List<JsonNode> there = Registry.all("/v1/findings/aggregate?groupBy=store,published:year");
        List<JsonNode> filled = Registry.all("/v1/findings/aggregate?groupBy=store,published:year&fill=zero");
        assertThat(filled).containsAll(there);
        long stores = there.stream().map(group -> group.get("store")).distinct().count();
        List<String> years = there.stream().map(group -> group.get("published").textValue()).filter(year -> year != null)
                .distinct().sorted().toList();
        int span = Integer.parseInt(years.get(years.size() - 1)) - Integer.parseInt(years.get(0)) + 1;
        assertThat(filled.stream().filter(group -> !group.get("published").isNull())).hasSize((int) stores * span);
        assertThat(filled.stream().mapToLong(group -> group.get("findings").longValue()).sum())
                .isEqualTo(Registry.count("/v1/findings"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "groupBy=app,category", "groupBy=published:week,store&fill=zero",
            "groupBy=category&sort=findings:desc,category" })
    void pagesTogetherAreTheWhole(String query) {
        List<JsonNode> whole = Registry.all("/v1/findings/aggregate?" + query);
        assertThat(Registry.all("/v1/findings/aggregate?limit=" + Math.min(1000, Math.max(7, whole.size() / 9)) + "&" + query))
                .containsExactlyElementsOf(whole);
        assertThat(Registry.json("/v1/findings/aggregate?limit=0&" + query).at("/meta/count").intValue())
                .isEqualTo(whole.size());
    }

    @Test
    void groupsAreSortedAsAskedFor() {
        List<JsonNode> groups = Registry.all("/v1/findings/aggregate?groupBy=category,store&sort=findings:desc,store");
        assertThat(groups).isSortedAccordingTo((a, b) -> {
            int byCount = Long.compare(b.get("findings").longValue(), a.get("findings").longValue());
            return byCount != 0 ? byCount : a.get("store").asText("").compareTo(b.get("store").asText(""));
        });
    }

    @Test
    void keysHaveNames() {
        JsonNode group = Registry.json("/v1/findings/aggregate?groupBy=store,category.group&store=huawei&lang=zh")
                .at("/results/0");
        assertThat(group.get("storeLabel").textValue()).isEqualTo("华为应用市场");
        assertThat(group.has("category.groupLabel")).isTrue();
    }

    @Test
    void withoutDimensionsAllIsOneGroup() {
        JsonNode results = Registry.json("/v1/findings/aggregate?metrics=findings,apps").get("results");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).get("findings").longValue()).isEqualTo(Registry.count("/v1/findings"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "groupBy=app,store,category,measure | groupBy | At most 3 dimensions",
            "groupBy=published:decade | groupBy | no value",
            "groupBy=store:month | groupBy | Did you mean `store`",
            "groupBy=categroy | groupBy | Did you mean `category`",
            "groupBy=store,store | groupBy | there twice",
            "groupBy=problem | groupBy | no value",
            "metrics=amount.sum | metrics | no value",
            "groupBy=store&sort=apps:desc | sort | no value",
            "groupBy=store&sort=findings:down | sort | no value",
            "groupBy=store&fill=zero | fill | Needs one date",
            "groupBy=published:day,deadline:day&fill=zero | fill | Needs one date",
            "groupBy=published:day&fill=zero&published.gte=0001-01-01 | fill | set bounds",
            "groupBy=published:month&fill=null | fill | no value",
            "groupBy=store&limit=1001 | limit | A whole number",
            "groupBy=store&select=id | select | no parameter",
            "groupBy=store&store=nowhere | store | no value" })
    void whatIsWrongIsSaid(String query, String parameter, String message) {
        var response = Registry.get("/v1/findings/aggregate?" + query);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        Problem problem = response.as(Problem.class);
        assertThat(problem.errors()).extracting("parameter").containsExactly(parameter);
        assertThat(problem.errors().get(0).message()).contains(message);
    }

    @Test
    void aCursorOfAnotherAggregateIsRefused() {
        String cursor = Registry.json("/v1/findings/aggregate?groupBy=store&limit=1").at("/meta/nextCursor").textValue();
        assertThat(Registry.get("/v1/findings/aggregate?groupBy=category&limit=1&cursor=" + cursor).statusCode())
                .isEqualTo(400);
        assertThat(Registry.get("/v1/findings?cursor=" + cursor).statusCode()).isEqualTo(400);
    }
}
