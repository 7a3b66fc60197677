package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.offshelf.finding.FindingSchema;
import org.offshelf.http.Problem;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FacetsTest {

    static Stream<Arguments> facets() {
        return Registry.COLLECTIONS.stream().flatMap(
                schema -> FacetParser.possible(schema).keySet().stream()
                        .map(facet -> Arguments.of(schema.name(), schema, facet)));
    }

    @ParameterizedTest(name = "{0} by {2}")
    @MethodSource("facets")
    void countsAreThoseOfTheRecordsAndEveryValueIsAFilter(String name, CollectionSchema schema, String facet) {
        Keys keys = new Keys(schema);
        Map<String, Long> expected = new HashMap<>();
        Registry.records(schema).forEach(record -> keys.of(record, facet).forEach(key -> expected.merge(key, 1L, Long::sum)));
        JsonNode answer = Registry.json("/v1/" + name + "?limit=0&facet=" + facet).get("facets").get(facet);

        Long missing = expected.remove(null);
        assertThat(answer.get("missing").longValue()).isEqualTo(missing == null ? 0 : missing);
        assertThat(answer.get("truncated").booleanValue()).isEqualTo(expected.size() > 100);
        List<Map.Entry<String, Long>> found = new ArrayList<>();
        answer.get("values")
                .forEach(value -> found.add(Map.entry(value.get("value").asText(), value.get("count").longValue())));
        assertThat(found).containsExactlyElementsOf(expected.entrySet().stream()
                .sorted(Map.Entry.<String, Long> comparingByValue().reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .limit(100).toList());
        answer.get("values").forEach(value -> {
            assertThat(value.get("selected").booleanValue()).isFalse();
            assertThat(Registry.count(value.get("toggle").textValue().replace("limit=0&", "")))
                    .as(value.toString()).isEqualTo(value.get("count").longValue());
        });
        if (missing != null) {
            assertThat(Registry.count("/v1/" + name + "?" + facet + ".exists=false")).isEqualTo(missing);
        }
    }

    @Test
    void countsHoldUnderTheFilters() {
        JsonNode page = Registry.json("/v1/findings?regulator=miit&category=misleading-downloads&facet=store&limit=1");
        Keys keys = new Keys(FindingSchema.FINDINGS);
        Map<String, Long> expected = new HashMap<>();
        Registry.all("/v1/findings?regulator=miit&category=misleading-downloads&limit=1000")
                .forEach(record -> keys.of(record, "store").forEach(key -> expected.merge(key, 1L, Long::sum)));
        long sum = page.at("/facets/store/missing").longValue();
        for (JsonNode value : page.at("/facets/store/values")) {
            sum += value.get("count").longValue();
            assertThat(value.get("count").longValue()).isEqualTo(expected.get(value.get("value").textValue()));
        }
        assertThat(sum).isEqualTo(page.at("/meta/count").longValue());
    }

    @Test
    void aSelectedValueIsTakenAwayByItsLink() {
        JsonNode values = Registry.json("/v1/findings?store=huawei,xiaomi&facet=store&limit=0").at("/facets/store/values");
        assertThat(values).hasSize(2).allSatisfy(value -> assertThat(value.get("selected").booleanValue()).isTrue());
        for (JsonNode value : values) {
            String other = value.get("value").textValue().equals("huawei") ? "xiaomi" : "huawei";
            assertThat(value.get("toggle").textValue()).isEqualTo("/v1/findings?facet=store&limit=0&store=" + other);
        }
        JsonNode one = Registry.json("/v1/findings?store=huawei&facet=store&limit=0").at("/facets/store/values/0");
        assertThat(one.get("toggle").textValue()).isEqualTo("/v1/findings?facet=store&limit=0");
    }

    @Test
    void labelsSpeakTheLanguageAskedFor() {
        assertThat(Registry.json("/v1/findings?store=huawei&facet=store&limit=0&lang=zh").at("/facets/store/values/0/label")
                .textValue()).isEqualTo("华为应用市场");
        assertThat(Registry.json("/v1/findings?store=huawei&facet=store,measure&limit=0").at("/facets/store/values/0/label")
                .textValue()).isEqualTo("Huawei AppGallery");
    }

    @Test
    void whatIsNoFacetIsSaidWithWhatIs() {
        Problem problem = Registry.get("/v1/findings?facet=stroe,published").as(Problem.class);
        assertThat(problem.errors()).extracting("value").containsExactly("stroe", "published");
        assertThat(problem.errors().get(0).didYouMean()).isEqualTo("store");
        assertThat(problem.errors().get(0).allowed()).contains("category", "category.group", "operator.province")
                .doesNotContain("published", "appName");
        assertThat(Registry.get("/v1/notices/miit-2021-11/findings?facet=notice").statusCode()).isEqualTo(400);
    }
}
