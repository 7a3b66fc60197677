package org.offshelf.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.offshelf.http.Fault;
import org.offshelf.http.GivenParameters;

/** Reads the parameters of a list request, and keeps everything that is wrong with them. */
final class QueryParser {

    private static final int MAX_VALUES = 200;
    private static final int MAX_LENGTH = 500;
    private static final Set<String> SHAPE = Set.of("select", "include", "sort", "limit", "cursor", "lang", "format", "bom",
            "facet", Moment.AS_OF, Moment.KNOWN_AT, Moment.REVISION);

    private final CollectionSchema schema;
    private final Set<String> absent;
    private final List<Fault> faults = new ArrayList<>();

    /** @param absent fields that cannot be asked for because the path has fixed them */
    QueryParser(CollectionSchema schema, Set<String> absent) {
        this.schema = schema;
        this.absent = absent;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The parameters of a list under the names that were meant. */
    Map<String, List<String>> meant(Map<String, List<String>> parameters) {
        return meant(parameters, SHAPE);
    }

    /** @param others the parameters that are no filters */
    Map<String, List<String>> meant(Map<String, List<String>> parameters, Set<String> others) {
        return new ParameterNames(schema, absent, others).meant(parameters, faults);
    }

    /**
     * @param parameters under the names that were meant
     * @param isWhole whether all records are meant where no limit is set
     */
    ListQuery parseList(Map<String, List<String>> parameters, boolean isWhole) {
        List<Criterion> criteria = criteria(parameters);
        return new ListQuery(schema, criteria, select(parameters), include(parameters), sort(parameters, criteria),
                isWhole && !parameters.containsKey("limit") ? ListQuery.UNLIMITED : limit(parameters), language(parameters),
                cursor(parameters));
    }

    /** @param parameters under the names that were meant */
    List<Criterion> criteria(Map<String, List<String>> parameters) {
        List<Criterion> criteria = new ArrayList<>();
        parameters.forEach((name, texts) -> {
            Filter filter = schema.filters().get(name);
            if (filter != null) {
                criterion(filter, texts).ifPresent(criteria::add);
            }
        });
        return criteria;
    }

    /** A request for one record takes only what shapes it. */
    ListQuery parseSingle(Map<String, List<String>> parameters) {
        Set<String> known = Set.of("select", "include", "lang", Moment.AS_OF, Moment.KNOWN_AT, Moment.REVISION);
        given(parameters).requireKnown(known);
        return new ListQuery(schema, List.of(), select(parameters), include(parameters), List.of(), 1, language(parameters),
                null);
    }

    private Optional<Criterion> criterion(Filter filter, List<String> texts) {
        List<String> split = filter.comparison().takesMany()
                ? texts.stream().flatMap(t -> split(t).stream()).distinct().toList()
                : texts;
        if (split.isEmpty() || split.contains("")) {
            faults.add(Fault.invalidValue(filter.parameter(), String.join(",", texts), "A value is missing" + exists(filter)));
            return Optional.empty();
        }
        if (split.size() > (filter.comparison().takesMany() ? MAX_VALUES : 1)) {
            faults.add(Fault.invalidValue(filter.parameter(), null, "At most "
                    + (filter.comparison().takesMany() ? MAX_VALUES + " values." : "one value.")));
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (String text : split) {
            value(filter, text).ifPresent(values::add);
        }
        return values.size() == split.size() ? Optional.of(new Criterion(filter, values)) : Optional.empty();
    }

    private String exists(Filter filter) {
        String parameter = filter.parameter();
        String path = parameter.substring(0, parameter.length() - filter.comparison().suffix().length());
        String exists = path + Comparison.EXISTS.suffix();
        return schema.filters().containsKey(exists) ? "; to ask for records without one, use `" + exists + "=false`." : ".";
    }

    private Optional<?> value(Filter filter, String text) {
        String parameter = filter.parameter();
        if (text.length() > MAX_LENGTH) {
            return fault(Fault.invalidValue(parameter, text.substring(0, text.offsetByCodePoints(0, 40)) + "…",
                    "A value has at most " + MAX_LENGTH + " characters."));
        }
        if (filter.comparison() == Comparison.MATCHES) {
            return Search.parse(text, faults);
        }
        if (filter.comparison() == Comparison.EXISTS) {
            return switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> fault(Fault.unknownValue(parameter, text, List.of("true", "false")));
            };
        }
        return switch (filter.field().type()) {
            case CODE -> filter.field().codes().contains(text) ? Optional.of(text)
                    : fault(Fault.unknownValue(parameter, text, filter.field().codes()));
            case DATE -> {
                Optional<?> span = DateSpan.parse(text);
                yield span.isPresent() ? span
                        : fault(Fault.invalidValue(parameter, text,
                                "A day that exists, as " + DateSpan.FORMS + "."));
            }
            case INTEGER -> text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text))
                    : fault(Fault.invalidValue(parameter, text, "A whole number."));
            case DECIMAL -> text.matches("-?\\d{1,16}(\\.\\d{1,2})?") ? Optional.of(new BigDecimal(text))
                    : fault(Fault.invalidValue(parameter, text, "A number with at most two decimals, such as 1500000."));
            default -> Optional.of(text);
        };
    }

    private Optional<?> fault(Fault fault) {
        faults.add(fault);
        return Optional.empty();
    }

    private List<Field> select(Map<String, List<String>> parameters) {
        List<String> names = parameters.getOrDefault("select", List.of()).stream().flatMap(t -> split(t).stream()).toList();
        if (names.isEmpty()) {
            return List.copyOf(schema.fields());
        }
        return fields("select", names, schema.fields());
    }

    private List<Field> include(Map<String, List<String>> parameters) {
        List<String> names = parameters.getOrDefault("include", List.of()).stream().flatMap(t -> split(t).stream()).toList();
        return fields("include", names, schema.includable());
    }

    private List<Field> fields(String parameter, List<String> names, Collection<Field> allowed) {
        Set<Field> found = new LinkedHashSet<>();
        for (String name : names) {
            allowed.stream().filter(field -> field.name().equals(name)).findFirst().ifPresentOrElse(found::add,
                    () -> faults.add(Fault.unknownValue(parameter, name, allowed.stream().map(Field::name).toList())));
        }
        return List.copyOf(found);
    }

    private List<SortKey> sort(Map<String, List<String>> parameters, List<Criterion> criteria) {
        List<String> texts = parameters.getOrDefault("sort", List.of()).stream().flatMap(t -> split(t).stream()).toList();
        List<SortKey> keys = new ArrayList<>();
        Set<Field> seen = new LinkedHashSet<>();
        for (String text : texts) {
            Optional<SortKey> key = SortKey.parse(text, schema);
            if (key.isEmpty()) {
                List<String> allowed = schema.fields().stream().filter(Field::isSortable).map(Field::name).toList();
                faults.add(Fault.unknownValue("sort", text, allowed, SortKey.nearest(text, allowed)));
            } else if (seen.add(key.get().field())) {
                keys.add(key.get());
            }
        }
        return texts.isEmpty() ? Search.order(criteria, schema.defaultSort()) : keys;
    }

    int limit(Map<String, List<String>> parameters) {
        return given(parameters).number("limit", 0, PageSize.MAX,
                "A whole number from 0 (counts only) to " + PageSize.MAX + "; to read more, follow `links.next`.")
                .orElse(PageSize.DEFAULT);
    }

    Language language(Map<String, List<String>> parameters) {
        return Language.of(given(parameters));
    }

    /** Where to go on; null for the beginning. */
    String cursor(Map<String, List<String>> parameters) {
        return given(parameters).single("cursor").orElse(null);
    }

    private GivenParameters given(Map<String, List<String>> parameters) {
        return new GivenParameters(parameters, faults);
    }

    /** Splits at commas; {@code \,} is a comma that belongs to a value. */
    static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == ',' || text.charAt(i + 1) == '\\')) {
                value.append(text.charAt(++i));
            } else if (c == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
