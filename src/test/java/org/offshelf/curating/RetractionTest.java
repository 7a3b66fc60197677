package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.post;
import static org.offshelf.curating.Curator.problem;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.ledger.LedgerTable;
import org.offshelf.ledger.Standing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class RetractionTest {

    private static final String REASON = "{'reason':'Read from the wrong page.'}";

    @Inject
    Cases cases;

    @Inject
    LedgerTable ledger;

    @Inject
    TestRecords records;

    @Inject
    Session session;

    @Test
    void aRetractedFindingIsGoneAndSoIsWhatItSaid() {
        Cases.Case named = cases.named(1);
        JsonNode before = Api.one(named.finding());
        Response answer = post(named.finding() + "/retraction", Curator.etag(named.finding()), REASON);
        assertThat(ok(answer).get("standing").textValue()).isEqualTo("retracted");
        assertThat(ok(answer).get("standingReason").textValue()).isEqualTo("Read from the wrong page.");
        assertThat(Api.problem(410, named.finding()).detail()).contains("Read from the wrong page.");
        assertThat(Api.one(named.app()).get("status").isNull()).isTrue();
        assertThat(Api.one(named.noticePath()).get("heldCount").intValue()).isZero();
        problem(410, post(named.finding() + "/retraction", ANY, REASON));
        problem(410, post(named.finding() + "/events", ANY, "{}"));

        JsonNode restored = ok(post(named.finding() + "/restoration", answer.header("ETag"), REASON));
        assertThat(withoutRevision(restored)).isEqualTo(withoutRevision(before));
        assertThat(Api.one(named.app()).get("status").textValue()).isEqualTo("overdue");
        problem(409, post(named.finding() + "/restoration", ANY, REASON));
    }

    @Test
    void aNoticeTakesItsFindingsWithItAndBringsBackTheSame() {
        Cases.Case named = cases.named(3);
        ok(post("/v1/findings/" + named.findings().get(2) + "/retraction", ANY, REASON));
        JsonNode answer = ok(post(named.noticePath() + "/retraction", ANY, REASON));
        assertThat(answer.at("/notes/0").textValue()).isEqualTo("2 findings were retracted with it.");
        assertThat(ledger.lines(answer.get("revision").longValue())).filteredOn(line -> line.contains(" retract ")).hasSize(3);
        assertThat(Api.problem(410, named.finding()).detail()).contains("Its notice was retracted: Read from the wrong page.");
        assertThat(problem(409, post(named.finding() + "/restoration", ANY, REASON)).detail()).contains(named.notice());

        ok(post(named.noticePath() + "/restoration", ANY, REASON));
        assertThat(Api.list(named.noticePath() + "/findings").ids())
                .containsExactlyInAnyOrder(named.findings().get(0), named.findings().get(1));
        Api.problem(410, "/v1/findings/" + named.findings().get(2));
    }

    @Test
    void aRetractedOrderLeavesNoListingAndEscalatesNothing() {
        Cases.Case named = cases.named(1);
        Cases.Case ordered = cases.ordered(named);
        String listing = "/v1/listings/" + named.apps().get(0) + "-all";
        JsonNode before = withoutRevision(Api.one(named.finding()));
        JsonNode appBefore = withoutRevision(Api.one(named.app()));
        assertThat(problem(409, post(listing + "/retraction", ANY, REASON)).detail()).contains(ordered.notice());
        ok(post(ordered.noticePath() + "/retraction", ANY, REASON));
        Api.problem(410, listing);
        assertThat(Api.one(named.finding()).get("events")).isEmpty();
        assertThat(Api.one(named.app()).get("status").textValue()).isEqualTo("overdue");
        assertThat(Api.list(named.app() + "/timeline").texts("event")).containsExactly("named", "deadline");

        ok(post(ordered.noticePath() + "/restoration", ANY, REASON));
        assertThat(withoutRevision(Api.one(named.finding()))).isEqualTo(before);
        assertThat(withoutRevision(Api.one(named.app()))).isEqualTo(appBefore);
        assertThat(Api.one(listing).get("status").textValue()).isEqualTo("removal-ordered");
    }

    @Test
    void whatIsReferredToStays() {
        Cases.Case named = cases.named(2);
        assertThat(problem(409, post("/v1/sources/" + named.source() + "/retraction", ANY, REASON)).detail())
                .contains("1 notices (such as `" + named.notice() + "`)", "2 findings (such as `");
        assertThat(problem(409, post(named.app() + "/retraction", ANY, REASON)).detail()).contains("1 findings");
        assertThat(problem(409, post("/v1/regulators/miit/retraction", ANY, REASON)).detail()).contains(" notices ");
        ok(post(named.finding() + "/retraction", ANY, REASON));
        ok(post(named.app() + "/retraction", ANY, REASON));
        assertThat(problem(409, post(named.finding() + "/restoration", ANY, REASON)).detail())
                .contains("the app `" + named.apps().get(0) + "`, which is retracted");
    }

    @Test
    void aReasonIsNeeded() {
        Cases.Case named = cases.named(1);
        assertThat(problem(400, post(named.finding() + "/retraction", ANY, "{}")).errors().get(0).pointer())
                .isEqualTo("/reason");
        problem(428, post(named.finding() + "/retraction", null, REASON));
    }

    @Test
    void whatIsIncludedSaysThatItNoLongerSpeaksForItself() {
        Cases.Case named = cases.named(1);
        String included = named.finding() + "?include=app";
        assertThat(Api.one(included).at("/included/app").has("standing")).isFalse();
        records.run(() -> {
            App app = records.app(named.apps().get(0));
            app.standing = Standing.MERGED;
            app.standingReason = "One app.";
            app.successor = "app-x";
        });
        JsonNode app = Api.one(included).at("/included/app");
        assertThat(app.get("standing").textValue()).isEqualTo("merged");
        assertThat(app.get("standingReason").textValue()).isEqualTo("One app.");
        assertThat(app.get("successor").textValue()).isEqualTo("app-x");
    }

    /** The database knows all ways to refer to a record; each must be known here, or something could be retracted too early. */
    @Test
    void everyForeignKeyIsAKnownReference() {
        Set<String> known = Reference.ALL.stream()
                .map(reference -> reference.table() + "." + reference.column() + " " + reference.to().table())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> held = QuarkusTransaction.requiringNew().call(() -> new TreeSet<>(session.createNativeQuery(
                "select concat(table_name, '.', column_name, ' ', referenced_table_name) from information_schema.key_column_usage"
                        + " where table_schema = database() and referenced_table_name is not null",
                String.class).getResultList()));
        held.removeIf(key -> Reference.ALL.stream().anyMatch(reference -> !reference.owner().equals("id")
                && key.equals(reference.table() + "." + reference.owner() + " " + reference.from().table())));
        // What platforms call an app is part of it; the ledger and the accounts are no records.
        held.remove("app_identifier.app_id app");
        held.removeIf(key -> Reference.ALL.stream().noneMatch(reference -> key.endsWith(' ' + reference.to().table())));
        assertThat(known).isEqualTo(held);
    }

    private static JsonNode withoutRevision(JsonNode record) {
        return ((ObjectNode) record.deepCopy()).without("revision");
    }
}
