package org.offshelf.curating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a registry holds, record by record as its API gives it, and in plain Java what of it was true on a day: written from
 * what {@code asOf} promises, and with nothing of what answers it.
 */
record World(Map<String, Map<String, JsonNode>> held) {

    static final List<String> COLLECTIONS = List.of("notices", "findings", "apps", "operators", "listings", "penalties",
            "statements", "sources");

    private static final List<String> FINDING_EVENTS = List.of("rectified", "not-rectified", "escalated");
    private static final List<String> STATUSES = List.of("named", "overdue", "rectified", "not-rectified", "removal-ordered",
            "removed", "restored");
    /** Of two facts the later one counts: by day, by status, by what they come from. */
    private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::day)
            .thenComparing(fact -> STATUSES.indexOf(fact.status())).thenComparing(Fact::from)
            .thenComparing(fact -> String.valueOf(fact.deadline()));

    private record Fact(String day, String status, String from, String deadline) {
    }

    /** The records of each collection as they were to be shown on the day. */
    Map<String, Map<String, JsonNode>> on(LocalDate date) {
        String day = date.toString();
        Map<String, Map<String, JsonNode>> shown = new TreeMap<>();
        shown.put("sources", there("sources", source -> {
            String appeared = text(source, "published") == null ? text(source, "retrieved") : text(source, "published");
            return appeared == null || !isAfter(appeared, day);
        }));
        shown.put("notices", there("notices", notice -> isBy(notice, "published", day)));
        shown.put("findings", there("findings", finding -> isBy(finding, "published", day)));
        shown.put("penalties", there("penalties",
                penalty -> !isAfter(first(penalty, "decided", "announced", "periodTo"), day)));
        shown.put("statements", there("statements", statement -> isBy(statement, "made", day)));
        shown.put("listings", there("listings", listing -> !events(listing, day).isEmpty()));
        shown.get("notices").values().forEach(notice -> {
            set(notice, "heldCount", count(shown.get("findings"), finding -> is(finding, "notice", text(notice, "id"))));
            hide(notice, "follows", shown.get("notices").keySet());
        });
        shown.get("findings").values().forEach(finding -> finding(finding, day, shown));
        shown.get("listings").values().forEach(listing -> listing(listing, day, shown));
        shown.get("penalties").values().forEach(penalty -> {
            if (isAfter(text(penalty, "announced"), day)) {
                ((ObjectNode) penalty).putNull("announced");
            }
            hide(penalty, "notice", shown.get("notices").keySet());
        });
        shown.get("statements").values().forEach(statement -> {
            hide(statement, "penalty", shown.get("penalties").keySet());
            hide(statement, "notice", shown.get("notices").keySet());
        });
        shown.put("apps", there("apps", app -> isNamed(text(app, "id"), shown)));
        shown.get("apps").values().forEach(app -> app(app, day, shown));
        shown.put("operators", there("operators", operator -> Stream.of("findings", "penalties", "statements", "apps")
                .anyMatch(by -> count(shown.get(by), one -> is(one, "operator", text(operator, "id"))) > 0)));
        shown.forEach((collection, all) -> all.values().forEach(record -> citations(record, shown.get("sources").keySet())));
        return shown;
    }

    private Map<String, JsonNode> there(String collection, Predicate<JsonNode> isThere) {
        Map<String, JsonNode> there = new TreeMap<>();
        held.get(collection).values().stream().filter(isThere)
                .forEach(record -> there.put(text(record, "id"), record.deepCopy()));
        return there;
    }

    private static void finding(JsonNode finding, String day, Map<String, Map<String, JsonNode>> shown) {
        List<JsonNode> events = events(finding, day);
        JsonNode last = last(events, FINDING_EVENTS);
        String status = last != null ? text(last, "kind").replace("escalated", "removal-ordered")
                : is(finding, "measure", "remove") ? "removal-ordered" : "named";
        boolean isOverdue = status.equals("named") && isBefore(text(finding, "deadline"), day);
        ((ObjectNode) finding).put("status", isOverdue ? "overdue" : status);
        replace(finding, events, shown);
    }

    private static void listing(JsonNode listing, String day, Map<String, Map<String, JsonNode>> shown) {
        List<JsonNode> events = events(listing, day);
        JsonNode last = last(events, STATUSES);
        ((ObjectNode) listing).put("status", text(last, "kind")).put("since", text(last, "date")).put("cause",
                text(last, "cause"));
        replace(listing, events, shown);
    }

    private static void app(JsonNode app, String day, Map<String, Map<String, JsonNode>> shown) {
        Fact last = facts(text(app, "id"), shown).max(ORDER).orElse(new Fact(null, null, null, null));
        boolean isOverdue = "named".equals(last.status()) && isBefore(last.deadline(), day);
        ((ObjectNode) app).put("status", isOverdue ? "overdue" : last.status()).put("statusSince", last.day())
                .put("statusDeadline", last.deadline()).put("statusFrom", last.from());
    }

    private static Stream<Fact> facts(String app, Map<String, Map<String, JsonNode>> shown) {
        List<Fact> facts = new ArrayList<>();
        of(shown, "findings", "app", app).forEach(finding -> {
            if (is(finding, "measure", "rectify")) {
                facts.add(new Fact(text(finding, "published"), "named", text(finding, "id"), text(finding, "deadline")));
            }
            finding.get("events").forEach(event -> {
                if (!is(event, "kind", "escalated")) {
                    facts.add(new Fact(text(event, "date"), text(event, "kind"), text(finding, "id"), null));
                }
            });
        });
        of(shown, "listings", "app", app).forEach(listing -> listing.get("events").forEach(
                event -> facts.add(new Fact(text(event, "date"), text(event, "kind"), text(listing, "id"), null))));
        return facts.stream();
    }

    /** What there is to tell of an app: day, event, and whose it is. */
    static List<String> timeline(String app, Map<String, Map<String, JsonNode>> shown) {
        List<String> told = new ArrayList<>();
        of(shown, "findings", "app", app).forEach(finding -> {
            String id = text(finding, "id");
            if (is(finding, "measure", "rectify")) {
                told.add(text(finding, "published") + " named " + id);
            }
            if (text(finding, "deadline") != null) {
                told.add(text(finding, "deadline") + " deadline " + id);
            }
            finding.get("events").forEach(event -> {
                if (!is(event, "kind", "escalated")) {
                    told.add(text(event, "date") + ' ' + text(event, "kind") + ' ' + id);
                }
            });
        });
        of(shown, "listings", "app", app).forEach(listing -> listing.get("events").forEach(
                event -> told.add(text(event, "date") + ' ' + text(event, "kind") + ' ' + text(listing, "id"))));
        shown.get("penalties").values().stream().filter(penalty -> texts(penalty.get("app")).contains(app))
                .forEach(penalty -> told.add(first(penalty, "announced", "decided") + ' '
                        + (is(penalty, "kind", "fine") ? "fined " : "penalised ") + text(penalty, "id")));
        of(shown, "statements", "app", app)
                .forEach(statement -> told.add(text(statement, "made") + " answered " + text(statement, "id")));
        return told.stream().sorted().toList();
    }

    private static boolean isNamed(String app, Map<String, Map<String, JsonNode>> shown) {
        return Stream.of("findings", "listings", "statements").anyMatch(by -> of(shown, by, "app", app).findAny().isPresent())
                || shown.get("penalties").values().stream().anyMatch(penalty -> texts(penalty.get("app")).contains(app));
    }

    /** How many records have each value of a field; under null those without one. */
    static Map<String, Long> counts(Collection<JsonNode> records, String field) {
        Map<String, Long> counts = new LinkedHashMap<>();
        records.forEach(record -> counts.merge(String.valueOf(text(record, field)), 1L, Long::sum));
        return counts;
    }

    private static Stream<JsonNode> of(Map<String, Map<String, JsonNode>> shown, String collection, String field, String id) {
        return shown.get(collection).values().stream().filter(record -> is(record, field, id));
    }

    private static List<JsonNode> events(JsonNode record, String day) {
        return StreamSupport.stream(record.get("events").spliterator(), false).filter(event -> isBy(event, "date", day))
                .toList();
    }

    /** The last by day, of one day by kind, of one kind the first that was recorded. */
    private static JsonNode last(List<JsonNode> events, List<String> kinds) {
        JsonNode last = null;
        for (JsonNode event : events) {
            if (last == null || rank(event, kinds).compareTo(rank(last, kinds)) > 0) {
                last = event;
            }
        }
        return last;
    }

    private static String rank(JsonNode event, List<String> kinds) {
        return text(event, "date") + kinds.indexOf(text(event, "kind"));
    }

    private static void replace(JsonNode record, List<JsonNode> events, Map<String, Map<String, JsonNode>> shown) {
        ArrayNode left = ((ObjectNode) record).putArray("events");
        events.forEach(event -> {
            JsonNode copy = event.deepCopy();
            hide(copy, "notice", shown.get("notices").keySet());
            hide(copy, "source", shown.get("sources").keySet());
            left.add(copy);
        });
    }

    private static void citations(JsonNode record, Set<String> documents) {
        if (record.has("sources")) {
            List<String> left = texts(record.get("sources")).stream().filter(documents::contains).toList();
            ArrayNode sources = ((ObjectNode) record).putArray("sources");
            left.forEach(sources::add);
        }
    }

    private static void hide(JsonNode record, String reference, Set<String> there) {
        if (!there.contains(String.valueOf(text(record, reference)))) {
            ((ObjectNode) record).putNull(reference);
        }
    }

    private static void set(JsonNode record, String field, int value) {
        ((ObjectNode) record).put(field, value);
    }

    private static int count(Map<String, JsonNode> records, Predicate<JsonNode> which) {
        return (int) records.values().stream().filter(which).count();
    }

    static String text(JsonNode record, String field) {
        return record.get(field).textValue();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).collect(Collectors.toList());
    }

    private static String first(JsonNode record, String... fields) {
        return Stream.of(fields).map(field -> text(record, field)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static boolean is(JsonNode record, String field, String value) {
        return value.equals(text(record, field));
    }

    private static boolean isBy(JsonNode record, String field, String day) {
        return text(record, field) != null && !isAfter(text(record, field), day);
    }

    private static boolean isAfter(String one, String other) {
        return one != null && one.compareTo(other) > 0;
    }

    private static boolean isBefore(String one, String other) {
        return one != null && one.compareTo(other) < 0;
    }
}
