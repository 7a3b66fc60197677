package org.offshelf.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.access.Roles;
import org.offshelf.app.App;
import org.offshelf.catalogue.Catalogue;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Standing;
import org.offshelf.notice.Notice;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "anna", roles = { Roles.CURATOR, Roles.ADMIN })
class SnapshotsTest {

    @Inject
    TestRecords records;

    @Inject
    SnapshotQueue queue;

    @Inject
    SnapshotRun run;

    @Inject
    SnapshotConfig config;

    @Inject
    Session session;

    @Test
    void theRowsAreThoseTheApiAnswers() {
        JsonNode manifest = Archive.written();
        assertThat(Archive.collections(manifest)).contains("findings", "apps", "surveys").hasSameSizeAs(Catalogue.names());
        manifest.get("collections").forEach(part -> {
            String collection = part.get("name").textValue();
            assertThat(part.get("rows").longValue()).isEqualTo(Api.list("/v1/" + collection + "?limit=0").count());
            for (String format : List.of("ndjson", "csv")) {
                String answer = Api.get("/v1/" + collection + "?sort=id&format=" + format + "&revision="
                        + manifest.get("revision").longValue()).asString();
                assertThat(new String(Archive.unpacked(manifest, collection + "." + format + ".gz"), StandardCharsets.UTF_8))
                        .isEqualTo(answer);
            }
        });
    }

    @Test
    void theManifestSaysWhatTheFilesAre() {
        JsonNode manifest = Archive.written();
        assertThat(manifest.get("files")).hasSizeGreaterThan(11 * 4);
        manifest.get("files").forEach(file -> {
            byte[] bytes = Api.get(file.get("href").textValue()).asByteArray();
            assertThat(bytes).hasSize(file.get("bytes").intValue());
            assertThat(Digests.of(bytes)).isEqualTo(file.get("sha256").textValue());
            if (file.get("compression").isTextual()) {
                byte[] content = Archive.unpacked(manifest, file.get("name").textValue());
                assertThat(content).hasSize(file.get("contentBytes").intValue());
                assertThat(Digests.of(content)).isEqualTo(file.get("contentSha256").textValue());
            }
        });
        assertThat(Api.one("/v1/snapshots/latest")).isEqualTo(manifest);
        assertThat(Api.list("/v1/snapshots").results().get(0).get("revision")).isEqualTo(manifest.get("revision"));
    }

    @Test
    void aSnapshotAndTheChangesAreTheNextOne() {
        List<App> apps = records.write(() -> Stream.generate(records::app).limit(5).toList()).result();
        Notice notice = records.write(() -> {
            Notice made = records.notice("miit", LocalDate.now());
            made.deadline = LocalDate.now().plusDays(3);
            records.finding(made, 1, apps.get(0));
            return made;
        }).result();
        records.run(() -> stand(apps.get(4).id, Standing.RETRACTED, "No app.", null));
        JsonNode before = Archive.written();

        records.run(() -> {
            records.app(apps.get(0).id).name = "改名";
            stand(apps.get(1).id, Standing.RETRACTED, "Read twice.", null);
            stand(apps.get(2).id, Standing.MERGED, "The same.", apps.get(0).id);
            stand(apps.get(4).id, Standing.CURRENT, null, null);
            records.app();
        });
        // Says more of its notice, which is not written itself
        records.run(() -> records.finding(notice, 2, apps.get(3)));
        JsonNode after = Archive.written();
        assertThat(after.at("/previous/revision")).isEqualTo(before.get("revision"));

        for (String collection : Archive.collections(after)) {
            Map<String, String> current = Archive.records(before, collection + ".ndjson.gz");
            Map<String, String> retired = Archive.records(before, collection + ".retired.ndjson.gz");
            Archive.apply(after, collection, current, retired);
            assertThat(current).isEqualTo(Archive.records(after, collection + ".ndjson.gz"));
            assertThat(retired).isEqualTo(Archive.records(after, collection + ".retired.ndjson.gz"));
        }
        Map<String, String> changed = Archive.records(after, "apps.changed.ndjson.gz");
        assertThat(changed).hasSize(3).containsKeys(apps.get(0).id, apps.get(4).id);
        Map<String, String> gone = Archive.records(after, "apps.gone.ndjson.gz");
        assertThat(gone).containsOnlyKeys(apps.get(1).id, apps.get(2).id);
        assertThat(Archive.json(gone.get(apps.get(2).id)).at("/standing").textValue()).isEqualTo("merged");
        assertThat(Archive.json(gone.get(apps.get(2).id)).at("/successor").textValue()).isEqualTo(apps.get(0).id);
        assertThat(Archive.json(gone.get(apps.get(1).id)).at("/standingReason").textValue()).isEqualTo("Read twice.");
        assertThat(Archive.records(after, "notices.changed.ndjson.gz").get(notice.id)).contains("\"heldCount\":2");
        assertThat(after.at("/collections").get(Archive.collections(after).indexOf("apps")).at("/delta"))
                .isEqualTo(Api.json("{'created': 1, 'changed': 2, 'gone': 2}"));
    }

    private void stand(String id, Standing standing, String reason, String successor) {
        App app = records.app(id);
        app.standing = standing;
        app.standingReason = reason;
        app.successor = successor;
    }

    @Test
    void itIsReadAsItStoodWhateverIsWrittenMeanwhile() {
        records.run(records::app);
        SnapshotRequest request = claimed();
        long revision = request.revision();
        Map<String, String> answers = new LinkedHashMap<>();
        List<String> collections = List.of("apps", "findings", "notices", "sources");
        collections.forEach(
                name -> answers.put(name, Api.get("/v1/" + name + "?sort=id&format=ndjson").asString()));
        run.run(request, step -> records.run(() -> {
            records.app().name = step;
            records.finding(records.notice("miit", LocalDate.now()), 1, records.app());
        }));
        queue.finish(revision, RequestState.WRITTEN, null);
        JsonNode manifest = Api.one("/v1/snapshots/" + revision);
        collections.forEach(name -> assertThat(
                new String(Archive.unpacked(manifest, name + ".ndjson.gz"), StandardCharsets.UTF_8))
                .isEqualTo(answers.get(name)));
        assertThat(Archive.written().at("/previous/revision").longValue()).isEqualTo(revision);
    }

    @Test
    void whatBreaksOffLeavesTheSnapshotsAsTheyWere() throws IOException {
        JsonNode before = Archive.written();
        records.run(records::app);
        List<String> steps = new ArrayList<>();
        SnapshotRequest request = claimed();
        long revision = request.revision();
        for (String last : List.of("apps.ndjson.gz", "findings.csv.gz", "sources.parquet", Manifest.FILE, "its place")) {
            assertThatThrownBy(() -> run.run(request, step -> {
                steps.add(step);
                if (step.equals(last)) {
                    throw new IllegalStateException("broken off");
                }
            })).hasMessage("broken off");
            assertThat(steps).contains(last);
            assertThat(folders()).contains(Long.toString(Archive.revision(before))).doesNotContain(Long.toString(revision))
                    .noneMatch(name -> name.startsWith("."));
            assertThat(Api.one("/v1/snapshots/latest")).isEqualTo(before);
            assertThat(Api.get("/v1/snapshots/" + revision).statusCode()).isEqualTo(404);
        }
        queue.finish(revision, RequestState.FAILED, Problem.of(ProblemType.INTERNAL, "broken off"));
        assertThat(Api.one("/v1/snapshots").at("/requests/0/state").textValue()).isEqualTo("failed");
        assertThat(Archive.revision(Archive.written())).isEqualTo(revision);
    }

    /** So that the instance itself leaves it alone. */
    private SnapshotRequest claimed() {
        queue.request(null);
        return queue.claim().orElseThrow();
    }

    /** What kill -9 leaves: it removes nothing. */
    @Test
    void theNextOneCleansUpAfterOneThatWasKilled() throws IOException {
        JsonNode before = Archive.written();
        Path remains = Files.createDirectories(config.folder().resolve(".writing-99-killed"));
        Files.writeString(remains.resolve("findings.ndjson.gz"), "half");
        Files.createDirectories(config.folder().resolve(".leaving-1"));
        Files.writeString(config.folder().resolve("latest.json"), "{\"revision\":1}");
        assertThat(Api.one("/v1/snapshots/latest")).isEqualTo(before);
        records.run(records::app);
        JsonNode after = Archive.written();
        assertThat(folders()).noneMatch(name -> name.startsWith(".")).contains(Long.toString(Archive.revision(after)));
        JsonNode pointer = Archive.json(Files.readString(config.folder().resolve("latest.json")));
        assertThat(pointer.get("revision")).isEqualTo(after.get("revision"));
        assertThat(pointer.get("manifestSha256").textValue())
                .isEqualTo(Digests.of(config.folder().resolve(pointer.get("manifest").textValue())));
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(config.folder())) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void theSameRevisionIsWrittenOnce() {
        records.run(records::app);
        assertThat(Archive.post("{}").statusCode()).isEqualTo(201);
        var again = Archive.post("{}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Location")).endsWith("/v1/snapshots/" + Archive.revision(Archive.json(again.asString())));
    }

    @Test
    void whatADeadInstanceHasBegunIsTakenOver() {
        records.run(records::app);
        long revision = queue.request(null);
        assertThat(queue.claim()).map(SnapshotRequest::revision).contains(revision);
        assertThat(queue.claim()).as("while somebody is at it").isEmpty();
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(
                        "update snapshot_request set claimed_by = 'dead', lease_until = sysdate(6) - interval 1 second"
                                + " where revision = " + revision)
                        .executeUpdate());
        assertThatThrownBy(() -> queue.confirm(revision)).isInstanceOf(SnapshotQueue.ClaimLost.class);
        assertThat(Archive.revision(Archive.written())).isEqualTo(revision);
    }

    @Test
    void aRegistryThatLostMuchIsNotHandedOn() {
        List<App> apps = records.write(() -> Stream.generate(records::app).limit(200).toList()).result();
        JsonNode before = Archive.written();
        records.run(() -> apps.forEach(app -> stand(app.id, Standing.RETRACTED, "By mistake.", null)));
        var refused = Archive.post("{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("errors[0].parameter")).isEqualTo("apps");
        assertThat(refused.jsonPath().getString("errors[0].message")).startsWith("200 of ");
        assertThat(Api.one("/v1/snapshots/latest")).isEqualTo(before);
        JsonNode request = Api.one("/v1/snapshots").at("/requests/0");
        assertThat(request.at("/state").textValue()).isEqualTo("refused");
        assertThat(request.at("/problem/errors/0/value").textValue()).isEqualTo("200");
        assertThat(Api.get("/q/metrics").asString())
                .containsPattern("offshelf_snapshots_total\\{outcome=\"refused\"[^}]*} [1-9]");

        var let = Archive.post("{'override': 'They were test data.'}");
        assertThat(let.statusCode()).as(let.asString()).isEqualTo(201);
        assertThat(let.jsonPath().getString("override")).isEqualTo("They were test data.");
        assertThat(Api.one("/v1/snapshots").get("requests")).isEmpty();
    }

    @Test
    @TestSecurity(user = "carl", roles = Roles.CURATOR)
    void onlyAnAdminLetsItPass() {
        var response = Archive.post("{'override': 'I say so.'}");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Archive.post("{'override': ' '}").statusCode()).isEqualTo(400);
        assertThat(Archive.post("{'overide': 'x'}").statusCode()).isEqualTo(400);
        assertThat(Archive.post("null").statusCode()).isEqualTo(400);
        assertThat(Archive.post("{}").statusCode()).isIn(200, 201);
    }

    @Test
    @TestSecurity
    void whoeverHasNoAccountOnlyReads() {
        assertThat(Archive.post("{}").statusCode()).isEqualTo(401);
        assertThat(Api.get("/v1/snapshots").statusCode()).isEqualTo(200);
    }

    @Test
    void theOldestGoWhereOnlySomeAreKept(@TempDir Path folder) throws IOException {
        SnapshotFolder own = new SnapshotFolder(folder);
        for (long revision : List.of(9L, 10L, 12L)) {
            Path written = own.begin(revision);
            Manifest manifest = new Manifest(revision, Instant.EPOCH, LocalDate.EPOCH, Instant.EPOCH, "", "", "", null, null,
                    List.of(), List.of());
            new FileWriter(revision, written, step -> {
            }).manifest(manifest);
            assertThat(own.publish(written, revision).manifest()).isEqualTo(manifest);
        }
        assertThat(own.revisions()).containsExactly(12L, 10L, 9L);
        own.keep(2);
        assertThat(own.revisions()).containsExactly(12L, 10L);
        assertThat(own.find(9)).isEmpty();
        own.keep(0);
        assertThat(own.revisions()).as("the latest stays").containsExactly(12L);
        assertThatThrownBy(() -> own.publish(own.begin(12), 12)).as("what is there is not replaced")
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFolderOfAnotherRegistryIsLeftAlone() {
        records.run(records::app);
        JsonNode before = Archive.written();
        long revision = Archive.revision(before);
        records.run(records::app);
        SnapshotRequest request = claimed();
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                "update revision set at = at + interval 1 microsecond where revision = " + revision).executeUpdate());
        try {
            assertThatThrownBy(() -> run.run(request, step -> {
            })).hasMessageContaining("belongs to another one");
        } finally {
            QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                    "update revision set at = at - interval 1 microsecond where revision = " + revision).executeUpdate());
            queue.release(request.revision());
        }
        assertThat(Api.one("/v1/snapshots/latest")).isEqualTo(before);
        assertThat(Archive.written().at("/previous/revision").longValue()).isEqualTo(revision);
    }

    @Test
    void pagesLeadFromOneToTheNext() {
        for (int i = 0; i < 2; i++) {
            records.run(records::app);
            Archive.written();
        }
        List<Long> all = Api.all("/v1/snapshots").stream().map(Archive::revision).toList();
        Api.Page first = Api.list("/v1/snapshots?limit=1");
        assertThat(first.results()).hasSize(1);
        Api.Page second = Api.list(first.next());
        assertThat(Stream.of(first, second).map(page -> Archive.revision(page.results().get(0)))).containsExactly(all.get(0),
                all.get(1));
        assertThat(Api.problem(400, "/v1/snapshots?limit=0&cursor=x&q=1").errors()).hasSize(3);
    }
}
