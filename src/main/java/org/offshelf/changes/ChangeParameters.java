package org.offshelf.changes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.offshelf.catalogue.Catalogue;
import org.offshelf.http.Fault;
import org.offshelf.http.GivenParameters;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.Coded;
import org.offshelf.ledger.Op;
import org.offshelf.ledger.Position;
import org.offshelf.ledger.Readings;
import org.offshelf.ledger.Selection;
import org.offshelf.ledger.Selection.Column;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.DateSpan;
import org.offshelf.query.PageSize;
import org.offshelf.query.RecordFilter;
import org.offshelf.query.RecordFilters;

/** Reads the parameters of a request about changes, and keeps everything that is wrong with them. */
final class ChangeParameters {

    private static final List<String> OPS = Arrays.stream(Op.values()).map(Coded::code).toList();
    private static final List<String> CAUSES = Arrays.stream(Cause.values()).map(Coded::code).toList();
    private static final Set<String> FILTERS = Set.of("type", "type.not", "id", "op", "op.not", "cause", "cause.not");
    private static final Set<String> RANGE = Set.of("since", "until", "at", "at.gt", "at.gte", "at.lt", "at.lte", "limit",
            "format", "bom");
    /** Of a record, these mean something else than of its changes, which is what is asked about. */
    private static final Set<String> OTHERWISE = Set.of("revision", "since", "cause", "at");
    private static final int MAX_VALUES = 200;
    /** What tells two instants of the ledger apart, in nanoseconds. */
    private static final int MICROSECOND = 1000;

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final GivenParameters given;

    private ChangeParameters(Map<String, List<String>> parameters) {
        this.parameters.putAll(parameters);
        this.given = new GivenParameters(this.parameters, faults);
    }

    /** Of a part of the ledger. */
    static ChangeRequest ofPage(Map<String, List<String>> all, RecordFilters records) {
        return new ChangeParameters(all).request(records, RANGE, FILTERS);
    }

    /** Of one record's history. */
    static ChangeRequest ofRecord(CollectionSchema schema, String id, Map<String, List<String>> all) {
        ChangeParameters parameters = new ChangeParameters(all);
        ChangeRequest request = parameters.request(null, RANGE, Set.of("op", "op.not", "cause", "cause.not"));
        Map<Column, Set<String>> among = new EnumMap<>(Column.class);
        among.putAll(request.filter().selection().among());
        among.put(Column.TYPE, Set.of(schema.singular()));
        Selection selection = new Selection(Set.of(id), among, request.filter().selection().notAmong());
        return new ChangeRequest(request.since(), request.until(), request.from(), request.before(), request.limit(),
                new ChangeFilter(selection, null, ""), request.faults());
    }

    /** Of what is to come: it has no end. */
    static ChangeRequest ofStream(Map<String, List<String>> all, RecordFilters records) {
        return new ChangeParameters(all).request(records, Set.of("since"), FILTERS);
    }

    /** Of the last changes of all records. */
    static ChangeRequest ofModified(Map<String, List<String>> all) {
        return new ChangeParameters(all).request(null, Set.of("since"), Set.of());
    }

    private ChangeRequest request(RecordFilters records, Set<String> range, Set<String> filters) {
        Selection selection = new Selection(Set.copyOf(filters.contains("id") ? values("id") : List.of()),
                columns("", filters), columns(".not", filters));
        Optional<CollectionSchema> type = type(selection);
        RecordFilter record = type.map(schema -> record(schema, records, range, filters)).orElse(null);
        requireKnownNames(type, range, filters, records != null);
        Position since = given.single("since").map(this::position).orElse(Position.START);
        long until = given.single("until").map(this::revision).orElse(Long.MAX_VALUE);
        Instant from = latest(bound("at", DateSpan::first, false), bound("at.gte", DateSpan::first, false),
                bound("at.gt", DateSpan::last, true));
        Instant before = earliest(bound("at", DateSpan::last, true), bound("at.lt", DateSpan::first, false),
                bound("at.lte", DateSpan::last, true));
        return new ChangeRequest(since, until, from, before,
                given.number("limit", 1, PageSize.MAX, "A whole number from 1 to " + PageSize.MAX
                        + "; to read more, go on with `since=` and `meta.nextSince`.").orElse(null),
                new ChangeFilter(selection, record, identity(range)), faults);
    }

    private Map<Column, Set<String>> columns(String suffix, Set<String> filters) {
        Map<Column, Set<String>> columns = new EnumMap<>(Column.class);
        choose(columns, Column.TYPE, "type" + suffix, Catalogue.names(), filters);
        choose(columns, Column.OP, "op" + suffix, OPS, filters);
        choose(columns, Column.CAUSE, "cause" + suffix, CAUSES, filters);
        return columns;
    }

    private void choose(Map<Column, Set<String>> columns, Column column, String name, List<String> allowed,
            Set<String> filters) {
        if (!filters.contains(name) || !parameters.containsKey(name)) {
            return;
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (String value : values(name)) {
            if (!allowed.contains(value)) {
                faults.add(Fault.unknownValue(name, value, allowed));
            } else {
                chosen.add(column == Column.TYPE ? Catalogue.find(value).orElseThrow().singular() : value);
            }
        }
        if (!chosen.isEmpty()) {
            columns.put(column, chosen);
        }
    }

    private static Optional<CollectionSchema> type(Selection selection) {
        Set<String> types = selection.among().getOrDefault(Column.TYPE, Set.of());
        return types.size() == 1 ? Optional.of(Catalogue.ofType(types.iterator().next())) : Optional.empty();
    }

    /** Null where no field of the records is asked for. */
    private RecordFilter record(CollectionSchema schema, RecordFilters records, Set<String> range, Set<String> filters) {
        Map<String, List<String>> own = new LinkedHashMap<>();
        parameters.forEach((name, texts) -> {
            if (isOfRecord(schema, name) && !range.contains(name) && !filters.contains(name)) {
                own.put(name, texts);
            }
        });
        return own.isEmpty() || records == null ? null : records.parse(schema, own, faults);
    }

    private static boolean isOfRecord(CollectionSchema schema, String name) {
        return schema.filters().containsKey(name) && !OTHERWISE.contains(name.split("\\.")[0]);
    }

    private void requireKnownNames(Optional<CollectionSchema> type, Set<String> range, Set<String> filters, boolean byRecord) {
        List<String> known = Stream.of(range.stream(), filters.stream(),
                type.filter(schema -> byRecord).stream().flatMap(schema -> schema.filters().keySet().stream()
                        .filter(name -> isOfRecord(schema, name))))
                .flatMap(Function.identity()).toList();
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                List<String> types = byRecord && type.isEmpty() ? Catalogue.COLLECTIONS.stream()
                        .filter(schema -> isOfRecord(schema, name)).map(CollectionSchema::name).toList() : List.of();
                faults.add(types.isEmpty() ? Fault.unknownParameter(name, known)
                        : Fault.unknownParameter(name, "`" + name + "` is a field of " + String.join(", ", types)
                                + ": ask for the changes of one of them, as in `type=" + types.get(0) + "`."));
            }
        }
    }

    private List<String> values(String name) {
        List<String> values = given.values(name);
        if (values.contains("")) {
            faults.add(Fault.invalidValue(name, String.join(",", values), "A value is missing."));
        } else if (values.size() > MAX_VALUES) {
            faults.add(Fault.invalidValue(name, null, "At most " + MAX_VALUES + " values."));
        } else {
            return values;
        }
        return List.of();
    }

    private Position position(String text) {
        return Position.parse(text).orElseGet(() -> {
            faults.add(Fault.invalidValue("since", text, "A revision, such as 57, or a place within one, such as 57.12: as"
                    + " `meta.nextSince` of an answer has it."));
            return Position.START;
        });
    }

    private long revision(String text) {
        if (text.matches("\\d{1,18}")) {
            return Long.parseLong(text);
        }
        faults.add(Fault.invalidValue("until", text, "The number of a revision."));
        return 0;
    }

    /** @param isAfter whether the bound is the end of that day, or right after that instant */
    private Optional<Instant> bound(String name, Function<DateSpan, LocalDate> day, boolean isAfter) {
        return given.single(name).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text).plusNanos(isAfter ? MICROSECOND : 0));
            } catch (DateTimeException | ArithmeticException e) {
                Optional<Instant> bound = DateSpan.parse(text).map(day)
                        .map(date -> (isAfter ? date.plusDays(1) : date).atStartOfDay(Readings.ZONE).toInstant());
                if (bound.isEmpty()) {
                    faults.add(Fault.invalidValue(name, text, "An instant in UTC, such as 2021-12-31T00:00:00Z; or days in"
                            + " Asia/Shanghai: " + DateSpan.FORMS + "."));
                }
                return bound;
            }
        });
    }

    @SafeVarargs
    private static Instant latest(Optional<Instant>... bounds) {
        return Arrays.stream(bounds).flatMap(Optional::stream).max(Instant::compareTo).orElse(null);
    }

    @SafeVarargs
    private static Instant earliest(Optional<Instant>... bounds) {
        return Arrays.stream(bounds).flatMap(Optional::stream).min(Instant::compareTo).orElse(null);
    }

    private String identity(Set<String> range) {
        Map<String, List<String>> filters = new TreeMap<>(parameters);
        filters.keySet().removeAll(range);
        // Encoded, so that no value can look like another filter.
        return filters.entrySet().stream().flatMap(one -> one.getValue().stream()
                .map(value -> encoded(one.getKey()) + '=' + encoded(value))).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
