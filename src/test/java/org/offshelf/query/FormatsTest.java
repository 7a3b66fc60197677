package org.offshelf.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.offshelf.http.Problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class FormatsTest {

    static Stream<String> lists() {
        return Stream.concat(Registry.COLLECTIONS.stream().map(schema -> "/v1/" + schema.name()),
                Stream.of("/v1/findings?include=notice,operator,store&sort=appName,id:desc&lang=zh",
                        "/v1/findings?category=misleading-downloads&published=2021-11", "/v1/findings?limit=3&regulator=miit",
                        "/v1/findings?limit=0", "/v1/findings?select=deadline", "/v1/apps?select=operator&include=operator",
                        "/v1/notices/miit-2021-11/findings?select=id,sources"));
    }

    static Stream<String> listsAndAggregates() {
        return Stream.concat(lists(), Stream.of("/v1/findings/aggregate?groupBy=published:month,store&metrics=findings,apps",
                "/v1/penalties/aggregate?groupBy=operator,announced&metrics=amount.sum,amount.avg",
                "/v1/notices/aggregate?groupBy=batchYear,published:day&fill=zero&published=2021-12",
                "/v1/findings/aggregate"));
    }

    @ParameterizedTest
    @MethodSource("listsAndAggregates")
    void ndjsonHasTheObjectsOfTheResults(String list) {
        Response answer = Registry.get(with(list, "format=ndjson"));
        assertThat(answer.contentType()).isEqualTo("application/x-ndjson");
        assertThat(answer.asString().lines().map(Registry::read)).containsExactlyElementsOf(results(list));
    }

    @ParameterizedTest
    @MethodSource("listsAndAggregates")
    void csvReadBackIsTheSame(String list) throws IOException {
        Response answer = Registry.get(with(list, "format=csv"));
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=utf-8;header=present");
        List<List<String>> rows = csv(answer.asByteArray());
        List<String> header = rows.get(0);
        List<List<String>> expected = results(list).stream()
                .map(record -> header.stream().map(column -> text(at(record, column))).toList()).toList();
        assertThat(rows.subList(1, rows.size())).containsExactlyElementsOf(expected);
        results(list).stream().limit(1).forEach(record -> assertThat(header).containsAll(names(record)));
    }

    @ParameterizedTest
    @MethodSource("listsAndAggregates")
    void xlsxReadBackIsTheSame(String list) throws IOException {
        Response answer = Registry.get(with(list, "format=xlsx"));
        assertThat(answer.contentType()).startsWith("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        List<JsonNode> results = results(list);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            assertThat(list).contains("/" + book.getFirstSheet().getName().replace('-', '/'));
            Map<Integer, Row> rows = book.getFirstSheet().read().stream()
                    .collect(Collectors.toMap(Row::getRowNum, Function.identity()));
            assertThat(rows.keySet()).allMatch(number -> number <= results.size() + 1);
            List<String> header = rows.get(1).stream().map(Cell::getText).toList();
            for (int i = 0; i < results.size(); i++) {
                // A row without any value is not written.
                Row row = rows.get(i + 2);
                for (int j = 0; j < header.size(); j++) {
                    assertCell(row == null ? null : row.getOptionalCell(j).orElse(null), at(results.get(i), header.get(j)));
                }
            }
        }
    }

    private static void assertCell(Cell cell, JsonNode value) {
        if (text(value).isEmpty()) {
            assertThat(cell == null || cell.getType() == CellType.EMPTY || cell.getText().isEmpty()).isTrue();
        } else if (value.isNumber()) {
            assertThat(cell.asNumber()).isEqualByComparingTo(value.decimalValue());
        } else if (cell.getType() == CellType.NUMBER) {
            assertThat(cell.asDate().toLocalDate()).isEqualTo(LocalDate.parse(value.textValue()));
        } else {
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.asString().replace("\r\n", "\n")).isEqualTo(text(value).replace("\r\n", "\n"));
        }
    }

    @Test
    void datesOfAWorkbookAreDates() throws IOException {
        Response answer = Registry.get("/v1/findings?select=id,published&notice=miit-2021-11&format=xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()),
                new ReadingOptions(true, false))) {
            Cell cell = book.getFirstSheet().read().get(1).getCell(1);
            assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
            assertThat(cell.getDataFormatString()).isEqualTo("yyyy-mm-dd");
            assertThat(cell.asDate().toLocalDate()).isEqualTo(LocalDate.of(2021, 11, 3));
        }
    }

    @Test
    void aFileOpensInExcelByAMarkAndHasAName() {
        Response answer = Registry
                .get("/v1/findings?category=misleading-downloads&published=2021-11&format=csv&bom=true&select=id,appName");
        assertThat(answer.header("Content-Disposition")).matches("attachment; filename=\"findings-r\\d+\\.csv\"");
        byte[] bytes = answer.asByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        assertThat(text).startsWith("id,appName\r\n").contains("\r\nmiit-2021-11-3,QQ音乐\r\n").endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "text/csv | text/csv", "application/x-ndjson | application/x-ndjson", "*/* | application/json",
            "text/html,application/xhtml+xml,*/*;q=0.8 | application/json", "application/json;q=0.5,text/csv | text/csv",
            "text/csv;q=0.5,*/* | application/json", "text/* | text/csv",
            "application/json;q=0,*/*;q=0.1 | application/x-ndjson" })
    void acceptChooses(String accept, String type) {
        assertThat(given().header("Accept", accept).get("/v1/stores?limit=1").contentType()).startsWith(type);
    }

    @Test
    void theParameterWinsOverAccept() {
        assertThat(given().header("Accept", "image/png").get("/v1/stores?format=csv").contentType()).startsWith("text/csv");
        assertThat(given().header("Accept", "text/csv").get("/v1/stores?format=json").contentType())
                .isEqualTo("application/json");
    }

    @Test
    void whatDoesNotExistIsRefusedWithWhatDoes() {
        Response none = given().header("Accept", "image/png").get("/v1/stores");
        assertThat(none.statusCode()).isEqualTo(406);
        assertThat(none.as(Problem.class).errors().get(0).allowed()).contains("text/csv", "application/json");
        assertThat(given().header("Accept", "text/csv").get("/v1/stores/huawei").statusCode()).isEqualTo(406);
        Problem yaml = problem("/v1/stores?format=yaml");
        assertThat(yaml.errors().get(0).allowed()).containsExactly("json", "ndjson", "csv", "xlsx");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/v1/findings?format=csv&cursor=abc | cursor", "/v1/findings?format=ndjson&facet=store | facet",
            "/v1/findings?format=xlsx&bom=true | bom", "/v1/findings?bom=maybe | bom",
            "/v1/findings?format=csv&include=sources | include", "/v1/findings?format=csv&limit=1e9 | limit",
            "/v1/findings?format=csv&format=json | format", "/v1/stores/huawei?format=csv | format" })
    void whatDoesNotGoTogetherIsSaid(String target, String parameter) {
        assertThat(problem(target).errors()).extracting("parameter").containsExactly(parameter);
    }

    @Test
    void theLinksToFilesLeadThere() {
        JsonNode page = Registry.json("/v1/findings?regulator=miit&include=sources,notice&limit=1&facet=store&select=id");
        long count = page.at("/meta/count").longValue();
        assertThat(Registry.get(page.at("/links/ndjson").textValue()).asString().lines()).hasSize((int) count);
        assertThat(Registry.get(page.at("/links/csv").textValue()).asString()).startsWith("id,notice.id,")
                .doesNotContain("sources.");
        assertThat(Registry.get(page.at("/links/xlsx").textValue()).statusCode()).isEqualTo(200);
    }

    private static Problem problem(String target) {
        Response response = Registry.get(target);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        return response.as(Problem.class);
    }

    private static String with(String list, String parameter) {
        return list + (list.contains("?") ? "&" : "?") + parameter;
    }

    private static List<JsonNode> results(String list) {
        if (list.contains("limit=")) {
            List<JsonNode> results = new ArrayList<>();
            Registry.json(list).get("results").forEach(results::add);
            return results;
        }
        return Registry.all(with(list, "limit=1000"));
    }

    /** The value of a column, which may be that of an included record. */
    private static JsonNode at(JsonNode record, String column) {
        if (record.has(column)) {
            return record.get(column);
        }
        String[] path = column.split("\\.", 2);
        JsonNode included = record.get("included").get(path[0]);
        return included.isNull() ? included : included.get(path[1]);
    }

    private static List<String> names(JsonNode record) {
        List<String> names = new ArrayList<>();
        record.fieldNames().forEachRemaining(names::add);
        names.remove("included");
        return names;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.isTextual() ? each.textValue() : each.toString()));
            return String.join(";", texts);
        }
        return value.isNull() ? ""
                : value.isNumber() ? new BigDecimal(value.asText()).toPlainString() : value.textValue();
    }

    private static List<List<String>> csv(byte[] bytes) throws IOException {
        try (var rows = new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerForListOf(String.class)
                .<List<String>> readValues(new String(bytes, StandardCharsets.UTF_8))) {
            return rows.readAll();
        }
    }
}
