package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offshelf.Api;
import org.offshelf.Api.Page;
import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.category.CategorySchema;
import org.offshelf.finding.FindingSchema;
import org.offshelf.listing.ListingSchema;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.penalty.PenaltySchema;
import org.offshelf.penalty.StatementSchema;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.SourceSchema;
import org.offshelf.store.StoreSchema;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Every filter of every collection, with values found in the data, against the same question answered here from all rows. Dates
 * are compared as the texts they are written as, numbers as numbers, groups through the taxonomy.
 */
@QuarkusTest
class FiltersTest {

    private static final int LONGEST = 150;
    private static final int COMBINATIONS = 80;
    private static final String GROUP = ".group";

    private final Map<String, List<JsonNode>> rows = new TreeMap<>();

    static Stream<CollectionSchema> collections() {
        return Stream.of(FindingSchema.FINDINGS, NoticeSchema.NOTICES, AppSchema.APPS, OperatorSchema.OPERATORS,
                CategorySchema.CATEGORIES, StoreSchema.STORES, ListingSchema.LISTINGS, PenaltySchema.PENALTIES,
                StatementSchema.STATEMENTS, SourceSchema.SOURCES, RegulatorSchema.REGULATORS);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void everyFilterFindsWhatItSays(CollectionSchema schema) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Set<String> telling = new TreeSet<>();
        for (Filter filter : filters(schema)) {
            List<List<String>> questions = questions(schema, filter);
            assertThat(questions).as(filter.parameter()).isNotEmpty();
            for (List<String> values : questions) {
                Set<String> expected = ids(schema, row -> matches(schema, filter, values, row));
                compare(schema, parameter(filter, values), expected, wrong);
                if (!expected.isEmpty() && expected.size() < rows(schema).size()) {
                    telling.add(filter.parameter());
                }
            }
        }
        assertThat(wrong).isEmpty();
        // A filter that finds all or nothing whatever it is asked would prove little.
        assertThat(telling).hasSizeGreaterThanOrEqualTo(rows(schema).size() == 1 ? 0 : schema.filters().size() / 3);
    }

    @Test
    void severalFiltersMustAllBeMet() {
        CollectionSchema schema = FindingSchema.FINDINGS;
        List<Filter> filters = filters(schema);
        Random random = new Random(20211103);
        Map<String, String> wrong = new LinkedHashMap<>();
        int found = 0;
        for (int i = 0; i < COMBINATIONS; i++) {
            Map<Filter, List<String>> chosen = new LinkedHashMap<>();
            for (int j = 0; j < 2 + random.nextInt(2); j++) {
                Filter filter = filters.get(random.nextInt(filters.size()));
                List<List<String>> questions = questions(schema, filter);
                chosen.put(filter, questions.get(random.nextInt(questions.size())));
            }
            Set<String> expected = ids(schema, row -> chosen.entrySet().stream()
                    .allMatch(one -> matches(schema, one.getKey(), one.getValue(), row)));
            found += expected.isEmpty() ? 0 : 1;
            compare(schema, chosen.entrySet().stream().map(one -> parameter(one.getKey(), one.getValue()))
                    .collect(Collectors.joining("&")), expected, wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(found).isGreaterThan(COMBINATIONS / 4);
    }

    private void compare(CollectionSchema schema, String query, Set<String> expected, Map<String, String> wrong) {
        String target = "/v1/" + schema.name() + "?select=id&" + query;
        Page page = Api.list(target + "&limit=1000");
        int count = page.count();
        List<String> ids = page.next() == null ? page.ids()
                : Api.all(target).stream().map(row -> row.get("id").textValue()).toList();
        if (!Set.copyOf(ids).equals(expected) || ids.size() != expected.size() || count != ids.size()) {
            wrong.put(query, "expected " + expected.size() + ", got " + ids.size() + ", counted " + count);
        }
    }

    private Set<String> ids(CollectionSchema schema, Predicate<JsonNode> condition) {
        return rows(schema).stream().filter(condition).map(row -> row.get("id").textValue()).collect(Collectors.toSet());
    }

    private List<JsonNode> rows(CollectionSchema schema) {
        return rows.computeIfAbsent(schema.name(), name -> Api.all("/v1/" + name));
    }

    private JsonNode row(CollectionSchema schema, String id) {
        return rows(schema).stream().filter(row -> row.get("id").textValue().equals(id)).findFirst().orElseThrow();
    }

    // What to ask.

    /** All but the search for texts, whose order of merit has tests of its own. */
    private static List<Filter> filters(CollectionSchema schema) {
        return schema.filters().values().stream().filter(filter -> filter.comparison() != Comparison.MATCHES).toList();
    }

    private List<List<String>> questions(CollectionSchema schema, Filter filter) {
        if (filter.comparison() == Comparison.EXISTS) {
            return List.of(List.of("true"), List.of("false"));
        }
        Field field = filter.field();
        CollectionSchema holder = filter.via() == null ? schema : filter.via().target();
        List<String> values = new ArrayList<>(new TreeSet<>(values(rows(holder), field)));
        if (values.isEmpty()) {
            values.addAll(substitutes(field));
        }
        List<String> some = Stream.of(0, values.size() / 3, values.size() / 2, values.size() - 1).distinct().map(values::get)
                .collect(Collectors.toCollection(ArrayList::new));
        if (field.type() == FieldType.DATE) {
            some.addAll(List.of(some.get(0).substring(0, 7), some.get(some.size() - 1).substring(0, 7),
                    some.get(some.size() / 2).substring(0, 4), "0000", "9999-12-31"));
        }
        if (field.isGrouped()) {
            rows(field.target()).stream().filter(row -> row.get("group").isNull()).map(row -> row.get("id").textValue())
                    .forEach(some::add);
        }
        List<List<String>> questions = new ArrayList<>(some.stream().map(List::of).toList());
        if (filter.comparison().takesMany() && some.size() > 1) {
            questions.add(List.of(some.get(0), some.get(some.size() - 1)));
            questions.add(some.subList(1, some.size()));
        }
        if (field.isMultiple()) {
            rows(holder).stream().map(row -> values(field, row)).filter(several -> several.size() > 1).limit(3)
                    .forEach(several -> questions.add(several.subList(0, 2)));
        }
        return questions;
    }

    private Collection<String> values(List<JsonNode> rows, Field field) {
        Set<String> values = new LinkedHashSet<>();
        for (JsonNode row : rows) {
            JsonNode value = row.get(field.name());
            if (value != null && value.isNumber()) {
                values.add(value.decimalValue().toPlainString());
            } else {
                values.addAll(values(field, row));
            }
        }
        values.removeIf(value -> value.length() > LONGEST);
        return values;
    }

    /** For fields nothing is known of yet. */
    private List<String> substitutes(Field field) {
        return switch (field.type()) {
            case REFERENCE, ID -> rows(field.target()).stream().limit(2).map(row -> row.get("id").textValue()).toList();
            case CODE -> field.codes();
            case DATE -> List.of("2021-11-03", "2024-02-29");
            case INTEGER, DECIMAL -> List.of("0", "38");
            default -> List.of("nothing", "无");
        };
    }

    private static String parameter(Filter filter, List<String> values) {
        return filter.parameter() + "=" + values.stream().map(value -> filter.comparison().takesMany()
                ? value.replace("\\", "\\\\").replace(",", "\\,")
                : value).map(Api::encode).collect(Collectors.joining(","));
    }

    // What the answer must be.

    private boolean matches(CollectionSchema schema, Filter filter, List<String> asked, JsonNode row) {
        List<String> held = held(filter, row);
        return switch (filter.comparison()) {
            case EQ -> asked.stream().anyMatch(one -> has(filter.field(), held, one));
            case NOT -> asked.stream().noneMatch(one -> has(filter.field(), held, one));
            case ALL -> asked.stream().allMatch(one -> has(filter.field(), held, one));
            case EXISTS -> held.isEmpty() != Boolean.parseBoolean(asked.get(0));
            case GT -> !held.isEmpty() && compare(filter.field(), held.get(0), asked.get(0)) > 0;
            case GTE -> !held.isEmpty() && compare(filter.field(), held.get(0), asked.get(0)) >= 0;
            case LT -> !held.isEmpty() && compare(filter.field(), held.get(0), asked.get(0)) < 0;
            case LTE -> !held.isEmpty() && compare(filter.field(), held.get(0), asked.get(0)) <= 0;
            case MATCHES -> throw new IllegalArgumentException("Searches are not compared here");
        };
    }

    private List<String> held(Filter filter, JsonNode row) {
        if (filter.via() == null) {
            return List.copyOf(values(filter.field(), row));
        }
        JsonNode far = row.get(filter.via().name());
        return far.isNull() ? List.of() : values(filter.field(), row(filter.via().target(), far.textValue()));
    }

    /** Of {@code category.group}, which no row shows, the groups of the categories it does show. */
    private List<String> values(Field field, JsonNode row) {
        if (field.name().endsWith(GROUP)) {
            List<String> leaves = texts(row.get(field.name().replace(GROUP, "")));
            return leaves.stream().map(leaf -> groupOf(field, leaf) == null ? leaf : groupOf(field, leaf)).distinct().toList();
        }
        return texts(row.get(field.name()));
    }

    private static List<String> texts(JsonNode value) {
        List<String> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> values.add(one.textValue()));
        } else if (!value.isNull()) {
            values.add(value.asText());
        }
        return values;
    }

    private boolean has(Field field, List<String> held, String asked) {
        return held.stream().anyMatch(one -> field.isGrouped() ? one.equals(asked) || asked.equals(groupOf(field, one))
                : isOrdered(field) ? compare(field, one, asked) == 0 : one.equals(asked));
    }

    private String groupOf(Field field, String leaf) {
        return row(field.target(), leaf).get("group").textValue();
    }

    private static boolean isOrdered(Field field) {
        return Set.of(FieldType.DATE, FieldType.INTEGER, FieldType.DECIMAL).contains(field.type());
    }

    /** A day is in a month or year that its text begins with. */
    private static int compare(Field field, String held, String asked) {
        return field.type() == FieldType.DATE ? held.substring(0, asked.length()).compareTo(asked)
                : new BigDecimal(held).compareTo(new BigDecimal(asked));
    }
}
