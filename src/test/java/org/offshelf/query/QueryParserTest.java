package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.http.Fault;

class QueryParserTest {

    private final QueryParser parser = new QueryParser(Shelf.RECORDS, Set.of());

    private static final String DAY = "A day that exists, as YYYY-MM-DD, or a week (YYYY-Www), a month (YYYY-MM),"
            + " a quarter (YYYY-Qn) or a year (YYYY).";

    @Test
    void everyFieldHasTheOperatorsOfItsType() {
        assertThat(Shelf.RECORDS.filters().keySet()).containsExactlyInAnyOrderElementsOf(Shelf.PARAMETERS);
    }

    @Test
    void withoutParametersEverythingIsShownInTheDefaultOrder() {
        ListQuery query = parse();
        assertThat(parser.faults()).isEmpty();
        assertThat(query.criteria()).isEmpty();
        assertThat(query.select()).extracting(Field::name).containsExactly("id", "title", "note", "format", "released",
                "tracks",
                "price", "songs", "label", "genre", "revision");
        assertThat(query.include()).isEmpty();
        assertThat(query.sort()).hasToString("[released:desc, title]");
        assertThat(query.keys()).hasToString("[released:desc, title, id]");
        assertThat(query.limit()).isEqualTo(50);
        assertThat(query.language()).isEqualTo(Language.EN);
        assertThat(query.cursor()).isNull();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("title", "a,b", List.of("a", "b")),
                Arguments.of("title", "a,a", List.of("a")),
                Arguments.of("title", "a\\,b,c", List.of("a,b", "c")),
                Arguments.of("title", "a\\\\,b", List.of("a\\", "b")),
                Arguments.of("title", "a\\b", List.of("a\\b")),
                Arguments.of("title", " a ", List.of(" a ")),
                Arguments.of("title.not", "抖音", List.of("抖音")),
                Arguments.of("format", "long-play,single", List.of("long-play", "single")),
                Arguments.of("tracks", "12,-3", List.of(12L, -3L)),
                Arguments.of("tracks.gt", "999999999999999999", List.of(999_999_999_999_999_999L)),
                Arguments.of("price.lte", "1500000.25", List.of(new BigDecimal("1500000.25"))),
                Arguments.of("released", "2021-11", List.of(DateSpan.parse("2021-11").orElseThrow())),
                Arguments.of("note.exists", "false", List.of(false)),
                Arguments.of("genre.all", "x,y", List.of("x", "y")),
                Arguments.of("label.region.not", "CN", List.of("CN")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aFilterReadsItsValuesAsWhatTheFieldHolds(String parameter, String text, List<Object> values) {
        ListQuery query = parse(parameter, text);
        assertThat(parser.faults()).isEmpty();
        assertThat(query.criteria()).containsExactly(new Criterion(Shelf.RECORDS.filters().get(parameter), values));
    }

    @Test
    void aRepeatedFilterMeansAnyOfAll() {
        ListQuery query = list(parser, Map.of("title", List.of("a,b", "c", "a")));
        assertThat(query.criteria()).extracting(Criterion::values).containsExactly(List.of("a", "b", "c"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("titel", "x", Fault.unknownParameter("titel", List.of("title"))),
                Arguments.of("noet.exists", "true", Fault.unknownParameter("noet.exists", List.of("note.exists"))),
                Arguments.of("title.gt", "x", new Fault("title.gt", null, "unknown-parameter",
                        "There is no parameter `title.gt` here.", null, null)),
                Arguments.of("pageSize", "5", Fault.unknownParameter("pageSize", Optional.of("limit"))),
                Arguments.of("offset", "5", Fault.unknownParameter("offset",
                        "Pages are not numbered here: follow `links.next` of the page before.")),
                Arguments.of("songs", "x", new Fault("songs", null, "unknown-parameter", "There is no parameter `songs` here.",
                        null, null)),
                Arguments.of("format", "Single", Fault.unknownValue("format", "Single", List.of("long-play", "single"))),
                Arguments.of("format", "longplay", new Fault("format", "longplay", "unknown-value",
                        "`format` has no value `longplay`. Did you mean `long-play`?", List.of("long-play", "single"),
                        "long-play")),
                Arguments.of("released", "2021-02-30", Fault.invalidValue("released", "2021-02-30",
                        DAY)),
                Arguments.of("tracks", "1.5", Fault.invalidValue("tracks", "1.5", "A whole number.")),
                Arguments.of("tracks", "1234567890123456789",
                        Fault.invalidValue("tracks", "1234567890123456789", "A whole number.")),
                Arguments.of("price", "1.234",
                        Fault.invalidValue("price", "1.234", "A number with at most two decimals, such as 1500000.")),
                Arguments.of("price", "1e6",
                        Fault.invalidValue("price", "1e6", "A number with at most two decimals, such as 1500000.")),
                Arguments.of("note.exists", "yes", Fault.unknownValue("note.exists", "yes", List.of("true", "false"))),
                Arguments.of("released.gt", "2021,2022", Fault.invalidValue("released.gt", "2021,2022",
                        DAY)),
                Arguments.of("sort", "titel", new Fault("sort", "titel", "unknown-value",
                        "`sort` has no value `titel`. Did you mean `title`?",
                        List.of("id", "title", "note", "format", "released", "tracks", "price", "label", "revision"), "title")),
                Arguments.of("sort", "title:down", new Fault("sort", "title:down", "unknown-value",
                        "`sort` has no value `title:down`. Did you mean `title:desc`?",
                        List.of("id", "title", "note", "format", "released", "tracks", "price", "label", "revision"),
                        "title:desc")),
                Arguments.of("include", "title", Fault.unknownValue("include", "title", List.of("label", "genre"))),
                Arguments.of("lang", "de", Fault.unknownValue("lang", "de", List.of("en", "zh"))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsNotUnderstoodIsSaid(String parameter, String text, Fault fault) {
        parse(parameter, text);
        assertThat(parser.faults()).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1001", "-1", "", "x", "1e2", "10000", "٣" })
    void aLimitIsFromZeroToAThousand(String limit) {
        parse("limit", limit);
        assertThat(parser.faults()).containsExactly(Fault.invalidValue("limit", limit,
                "A whole number from 0 (counts only) to 1000; to read more, follow `links.next`."));
    }

    @ParameterizedTest
    @CsvSource({ "0, 0", "1, 1", "1000, 1000", "007, 7" })
    void aLimitIsANumberOfRecords(String text, int limit) {
        assertThat(parse("limit", text).limit()).isEqualTo(limit);
        assertThat(parser.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "relaesed:desc, released:desc", "-released, released:desc", "released:down, released:desc", "tilte, title" })
    void aMistypedSortKeepsItsDirection(String sort, String meant) {
        parse("sort", sort);
        assertThat(parser.faults()).extracting(Fault::didYouMean).containsExactly(meant);
    }

    @Test
    void theValuesOfAMistypedParameterAreJudgedToo() {
        parse("formta", "tpae", "pageSize", "many");
        assertThat(parser.faults()).extracting(Fault::parameter, Fault::value, Fault::code).containsExactlyInAnyOrder(
                tuple("formta", null, "unknown-parameter"), tuple("format", "tpae", "unknown-value"),
                tuple("pageSize", null, "unknown-parameter"), tuple("limit", "many", "invalid-value"));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("titel", List.of("x"));
        parameters.put("format", List.of("tape,cd,single"));
        parameters.put("select", List.of("id,tracs"));
        parameters.put("limit", List.of("5000"));
        list(parser, parameters);
        assertThat(parser.faults()).extracting(Fault::parameter, Fault::value, Fault::didYouMean).containsExactlyInAnyOrder(
                tuple("titel", null, "title"),
                tuple("format", "tape", null),
                tuple("format", "cd", null),
                tuple("select", "tracs", "tracks"),
                tuple("limit", "5000", null));
    }

    @ParameterizedTest
    @CsvSource({
            "title, ",
            "id.not, ",
            "note, note.exists",
            "note.not, note.exists",
            "note.exists, note.exists",
            "released.gte, released.exists",
            "genre.all, genre.exists",
            "label.region, label.region.exists",
            "revision.lt, "
    })
    void anEmptyValueIsNotIgnored(String parameter, String exists) {
        ListQuery query = parse(parameter, "");
        assertThat(query.criteria()).isEmpty();
        assertThat(parser.faults()).containsExactly(Fault.invalidValue(parameter, "", exists == null ? "A value is missing."
                : "A value is missing; to ask for records without one, use `" + exists + "=false`."));
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit", "lang", "cursor", "released.gt", "note.exists" })
    void whatTakesOneValueIsGivenOnce(String parameter) {
        String value = parameter.equals("lang") ? "en" : parameter.equals("note.exists") ? "true" : "2021";
        list(parser, Map.of(parameter, List.of(value, value)));
        assertThat(parser.faults()).extracting(Fault::parameter).contains(parameter);
    }

    @Test
    void thereIsAnEndToValuesAndTheirLength() {
        List<String> many = new ArrayList<>(IntStream.rangeClosed(1, 201).mapToObj(i -> "v" + i).toList());
        parse("title", String.join(",", many));
        assertThat(parser.faults()).containsExactly(Fault.invalidValue("title", null, "At most 200 values."));
        parse("note", "x".repeat(501));
        assertThat(parser.faults()).last().isEqualTo(
                Fault.invalidValue("note", "x".repeat(40) + "…", "A value has at most 500 characters."));
        parser.faults().clear();
        parse("title", String.join(",", many.subList(0, 200)));
        parse("note", "x".repeat(500));
        assertThat(parser.faults()).isEmpty();
    }

    @Test
    void selectAndIncludeKeepTheirOrderAndTakeEachFieldOnce() {
        ListQuery query = list(parser,
                Map.of("select", List.of("title,id,title", "genre"), "include", List.of("genre,label,genre")));
        assertThat(query.select()).extracting(Field::name).containsExactly("title", "id", "genre");
        assertThat(query.include()).extracting(Field::name).containsExactly("genre", "label");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "title                  | [title]                 | [title, id]",
            "price:desc,title       | [price:desc, title]     | [price:desc, title, id]",
            "id:desc                | [id:desc]               | [id:desc]",
            "title,title:desc,note  | [title, note]           | [title, note, id]",
            "id,title               | [id, title]             | [id, title]"
    })
    void theIdMakesAnyOrderTotal(String sort, String asked, String keys) {
        ListQuery query = parse("sort", sort);
        assertThat(parser.faults()).isEmpty();
        assertThat(query.sort()).hasToString(asked);
        assertThat(query.keys()).hasToString(keys);
    }

    @Test
    void whatThePathHasSetCannotBeSetAgain() {
        QueryParser within = new QueryParser(Shelf.RECORDS, Set.of("label"));
        list(within, Map.of("label", List.of("a")));
        assertThat(within.faults()).extracting(Fault::parameter, Fault::code)
                .containsExactly(tuple("label", "unknown-parameter"));
    }

    @Test
    void aSingleRecordTakesOnlyWhatShapesIt() {
        ListQuery query = parser.parseSingle(Map.of("select", List.of("id,title"), "include", List.of("label"), "lang",
                List.of("zh"), "limit", List.of("5"), "title", List.of("x")));
        assertThat(query.select()).extracting(Field::name).containsExactly("id", "title");
        assertThat(query.include()).extracting(Field::name).containsExactly("label");
        assertThat(query.language()).isEqualTo(Language.ZH);
        assertThat(parser.faults()).extracting(Fault::parameter).containsExactlyInAnyOrder("limit", "title");
    }

    @Test
    void theIdentityOfAWalkIsWhatIsAskedNotHowItIsShown() {
        String plain = parse("title", "a,b").identity();
        assertThat(list(new QueryParser(Shelf.RECORDS, Set.of()), Map.of("title", List.of("a,b"), "limit", List.of("7"),
                "select", List.of("id"), "include", List.of("label"))).identity()).isEqualTo(plain);
        assertThat(Stream.of(parse("title", "a"), parse("title.not", "a,b"), parse("note", "a,b"), parse("title", "a\\,b"),
                list(parser, Map.of("title", List.of("a,b"), "sort", List.of("title"))),
                list(parser, Map.of("title", List.of("a,b"), "sort", List.of("released,title"))),
                list(parser, Map.of("title", List.of("a,b"), "lang", List.of("zh"))))
                .map(ListQuery::identity)).doesNotContain(plain).doesNotHaveDuplicates();
    }

    private ListQuery parse(String... parameters) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], List.of(parameters[i + 1]));
        }
        return list(parser, all);
    }

    private static ListQuery list(QueryParser parser, Map<String, List<String>> parameters) {
        return parser.parseList(parser.meant(parameters), false);
    }
}
