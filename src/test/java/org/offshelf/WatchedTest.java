package org.offshelf;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import io.quarkus.test.junit.QuarkusTest;

/** The dashboard and the alerts ask for what is measured, and every alert has its entry in the runbook. */
@QuarkusTest
class WatchedTest {

    private static final Path DASHBOARD = Path.of("deploy/grafana/offshelf.json");
    private static final Path ALERTS = Path.of("deploy/prometheus/alerts.yaml");
    private static final Path RUNBOOK = Path.of("docs/runbook.md");
    private static final Path METRICS = Path.of("docs/metrics.md");

    /** A name, and what of its labels is asked for; what a function or an operator is has been taken out before. */
    private static final Pattern ASKED = Pattern.compile("([a-z_][a-z0-9_]*)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*[=!]");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");
    /** Prometheus' own, and what it calls those it asks. */
    private static final String UP = "up";
    private static final Set<String> TARGET = Set.of("job", "instance");

    private String measured;

    @BeforeEach
    void measure() {
        when().get("/v1/findings?limit=1").then().statusCode(200);
        measured = when().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    @Test
    void theDashboardAsksForWhatIsMeasured() throws IOException {
        List<String> expressions = new ObjectMapper().readTree(DASHBOARD.toFile()).findValuesAsText("expr");
        assertThat(expressions).hasSizeGreaterThan(20);
        assertThat(expressions.stream().flatMap(this::notMeasured)).isEmpty();
    }

    @Test
    void theAlertsAskForWhatIsMeasured() throws IOException {
        assertThat(alerts().map(alert -> alert.get("expr").textValue()).flatMap(this::notMeasured)).isEmpty();
    }

    @Test
    void everyAlertIsInTheRunbookAndNothingElse() throws IOException {
        List<String> entries = Files.readAllLines(RUNBOOK).stream().filter(line -> line.startsWith("## Offshelf"))
                .map(line -> line.substring("## ".length())).toList();
        List<String> alerts = alerts().map(alert -> alert.get("alert").textValue()).toList();
        assertThat(entries).containsExactlyElementsOf(alerts).doesNotHaveDuplicates();
        assertThat(alerts().map(alert -> alert.at("/annotations/runbook_url").textValue()))
                .containsExactlyElementsOf(alerts.stream().map(name -> "docs/runbook.md#" + name.toLowerCase()).toList());
        for (String entry : Files.readString(RUNBOOK).split("\n## Offshelf", -1)) {
            if (entry.startsWith("#")) {
                continue;
            }
            assertThat(entry).contains("**What it means.**", "**How to see.**", "**What to do.**", "**Over when.**");
        }
    }

    @Test
    void whatIsMeasuredHereIsDescribed() throws IOException {
        Set<String> own = measured.lines().map(line -> line.split("[{ ]", 2)[0]).filter(name -> name.startsWith("offshelf_"))
                .map(name -> name.replaceFirst("_(count|sum|max|total)$", "")).collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `(offshelf_[a-z_]+)").matcher(Files.readString(METRICS));
        while (row.find()) {
            described.add(row.group(1).replaceFirst("_(count|sum|max|total)$", ""));
        }
        assertThat(described).isEqualTo(own);
    }

    private static Stream<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        JsonNode groups = new ObjectMapper(new YAMLFactory()).readTree(ALERTS.toFile()).get("groups");
        groups.forEach(group -> group.get("rules").forEach(alerts::add));
        return alerts.stream();
    }

    private Stream<String> notMeasured(String expression) {
        String names = expression.replaceAll("\\[[^]]*]", "").replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", "")
                .replaceAll("[a-z_]+\\s*\\(", "(").replaceAll("\\b[0-9.e]+\\b", "");
        return ASKED.matcher(names.replaceAll("\"[^\"]*\"", "\"\"")).results()
                .filter(asked -> !OPERATORS.contains(asked.group(1)) && !asked.group(1).equals(UP))
                .filter(asked -> !isMeasured(asked)).map(asked -> asked.group() + " in " + expression);
    }

    private boolean isMeasured(MatchResult asked) {
        Set<String> labels = asked.group(2) == null ? Set.of()
                : LABEL.matcher(asked.group(2)).results().map(label -> label.group(1)).filter(name -> !TARGET.contains(name))
                        .collect(Collectors.toSet());
        return measured.lines().anyMatch(line -> line.startsWith(asked.group(1) + "{") || line.startsWith(asked.group(1) + " "))
                && measured.lines().filter(line -> line.startsWith(asked.group(1)))
                        .anyMatch(line -> labels.stream().allMatch(label -> line.contains(label + "=\"")));
    }
}
