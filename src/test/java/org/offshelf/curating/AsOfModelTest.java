package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.EmptyDatabase;
import org.offshelf.EmptyRegistry;
import org.offshelf.ledger.Readings;
import org.offshelf.query.Registry;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

/**
 * A random history, looked at from every side: any revision, as of any day, must be what the {@link World} of that revision
 * says of that day. {@code -Dhistory.seed} repeats a run.
 */
@QuarkusTest
@TestProfile(EmptyRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class AsOfModelTest {

    private static final Logger LOG = Logger.getLogger(AsOfModelTest.class);
    private static final int STEPS = Integer.getInteger("history.steps", 80);
    private static final int LOOKS = Integer.getInteger("history.looks", 15);

    @Inject
    EmptyDatabase database;

    @Inject
    RandomHistory history;

    @Inject
    Readings readings;

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final TreeMap<Long, World> worlds = new TreeMap<>();

    @Test
    void everyRevisionSaysOfEveryDayWhatTheModelSays() {
        database.make();
        LOG.infof("history.seed=%d", seed);
        history.begin(random);
        for (int i = 0; i < STEPS; i++) {
            remember();
            history.step();
        }
        remember();
        assertThat(worlds).as("seed %d", seed).hasSizeGreaterThan(STEPS / 3);
        List<Long> revisions = new ArrayList<>(worlds.keySet());
        for (int i = 0; i < LOOKS; i++) {
            long revision = i == 0 ? worlds.lastKey() : revisions.get(random.nextInt(revisions.size()));
            LocalDate day = RandomHistory.FIRST.plusDays(random.nextInt(RandomHistory.DAYS + 20) - 5);
            look(revision, day, "revision=" + revision + "&asOf=" + day);
            if (revision == worlds.lastKey()) {
                look(revision, day, "asOf=" + day);
            }
            assertThat(held("&revision=" + revision)).as("seed %d, revision %d", seed, revision)
                    .isEqualTo(worlds.get(revision).held());
        }
    }

    private void remember() {
        long revision = readings.currentRevision();
        if (!worlds.containsKey(revision)) {
            worlds.put(revision, new World(held("")));
        }
    }

    private static Map<String, Map<String, JsonNode>> held(String moment) {
        Map<String, Map<String, JsonNode>> held = new TreeMap<>();
        World.COLLECTIONS
                .forEach(collection -> held.put(collection, byId(Registry.all("/v1/" + collection + "?limit=1000" + moment))));
        return held;
    }

    private void look(long revision, LocalDate day, String moment) {
        String seeded = "seed " + seed + ", " + moment;
        Map<String, Map<String, JsonNode>> shown = worlds.get(revision).on(day);
        World.COLLECTIONS.forEach(collection -> {
            String list = "/v1/" + collection + '?' + moment;
            assertThat(byId(Registry.all(list + "&limit=" + (3 + random.nextInt(40)) + sort(collection))))
                    .as(seeded + collection)
                    .isEqualTo(shown.get(collection));
            assertThat(count(list)).as(seeded).isEqualTo((long) shown.get(collection).size());
        });
        counts(moment, seeded, shown);
        one(moment, seeded, shown, worlds.get(revision));
    }

    private String sort(String collection) {
        List<String> sorts = switch (collection) {
            case "apps" -> List.of("status", "statusSince:desc", "statusFrom", "statusDeadline,name:desc");
            case "findings" -> List.of("status:desc", "deadline");
            case "listings" -> List.of("since", "status,cause:desc");
            case "notices" -> List.of("heldCount:desc", "follows");
            case "penalties" -> List.of("announced:desc", "notice");
            default -> List.of("id:desc");
        };
        int which = random.nextInt(sorts.size() + 1);
        return which == sorts.size() ? "" : "&sort=" + sorts.get(which);
    }

    private void counts(String moment, String seeded, Map<String, Map<String, JsonNode>> shown) {
        for (String collection : List.of("findings", "apps", "listings")) {
            Map<String, Long> expected = World.counts(shown.get(collection).values(), "status");
            Map<String, Long> counted = new LinkedHashMap<>();
            Registry.json("/v1/" + collection + "/aggregate?groupBy=status&" + moment).get("results").forEach(
                    group -> counted.put(group.get("status").asText(), group.get(collection).longValue()));
            assertThat(counted).as(seeded).isEqualTo(expected);
            JsonNode facet = Registry.json("/v1/" + collection + "?facet=status&limit=0&" + moment).at("/facets/status");
            Map<String, Long> values = new LinkedHashMap<>();
            facet.get("values").forEach(value -> values.put(value.get("value").asText(), value.get("count").longValue()));
            expected.remove("null");
            assertThat(values).as(seeded).isEqualTo(expected);
            expected.forEach((status, count) -> assertThat(
                    count("/v1/" + collection + "?status=" + status + '&' + moment)).as(seeded)
                    .isEqualTo(count));
        }
        Map<String, Long> byApp = new TreeMap<>();
        shown.get("findings").values().forEach(finding -> byApp
                .merge(World.text(shown.get("apps").get(World.text(finding, "app")), "status"), 1L, Long::sum));
        Map<String, Long> counted = new TreeMap<>();
        Registry.json("/v1/findings/aggregate?groupBy=app.status&" + moment).get("results").forEach(
                group -> counted.put(group.get("app.status").asText(), group.get("findings").longValue()));
        assertThat(counted).as(seeded).isEqualTo(byApp);
    }

    private void one(String moment, String seeded, Map<String, Map<String, JsonNode>> shown, World world) {
        for (String collection : World.COLLECTIONS) {
            List<String> held = List.copyOf(world.held().get(collection).keySet());
            if (held.isEmpty()) {
                continue;
            }
            String id = held.get(random.nextInt(held.size()));
            JsonNode expected = shown.get(collection).get(id);
            String path = "/v1/" + collection + '/' + id;
            if (expected == null) {
                assertThat(Api.problem(404, path + '?' + moment).detail()).as(seeded).containsAnyOf("begins on",
                        "bears no day");
            } else {
                assertThat(Registry.json(path + '?' + moment)).as(seeded).isEqualTo(expected);
            }
            if (collection.equals("apps") && expected != null) {
                List<String> told = new ArrayList<>();
                List<String> days = new ArrayList<>();
                Registry.json(path + "/timeline?" + moment).get("results").forEach(event -> {
                    days.add(event.get("date").textValue());
                    told.add(event.get("date").textValue() + ' ' + event.get("event").textValue() + ' ' + subject(event));
                });
                assertThat(days).as(seeded).isSorted();
                assertThat(told.stream().sorted().toList()).as(seeded).isEqualTo(World.timeline(id, shown));
            }
        }
    }

    private static long count(String list) {
        return Registry.json(list + "&limit=0").at("/meta/count").longValue();
    }

    private static String subject(JsonNode event) {
        for (String kind : List.of("finding", "listing", "statement", "penalty")) {
            if (!event.get(kind).isNull()) {
                return event.get(kind).textValue();
            }
        }
        throw new AssertionError(event.toString());
    }

    private static Map<String, JsonNode> byId(List<JsonNode> records) {
        Map<String, JsonNode> byId = new TreeMap<>();
        records.forEach(record -> assertThat(byId.put(World.text(record, "id"), record)).isNull());
        return byId;
    }
}
