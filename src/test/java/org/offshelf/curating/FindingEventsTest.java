package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.post;
import static org.offshelf.curating.Curator.problem;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.http.Problem;
import org.offshelf.ledger.LedgerTable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class FindingEventsTest {

    @Inject
    Cases cases;

    @Inject
    LedgerTable ledger;

    @Test
    void aRectificationIsTheStatusOfTheFindingAndOfItsApp() {
        Cases.Case named = cases.named(1);
        assertThat(Api.one(named.app()).get("status").textValue()).isEqualTo("overdue");
        JsonNode answer = ok(post(named.finding() + "/events", Curator.etag(named.finding()),
                event("rectified", "2021-11-20", named.source())));
        assertThat(answer).isEqualTo(Api.one(named.finding()));
        assertThat(answer.get("status").textValue()).isEqualTo("rectified");
        assertThat(answer.at("/events/0/source").textValue()).isEqualTo(named.source());
        JsonNode app = Api.one(named.app());
        assertThat(app.get("status").textValue()).isEqualTo("rectified");
        assertThat(app.get("statusFrom").textValue()).isEqualTo(named.findings().get(0));
        assertThat(ledger.author(answer.get("revision").longValue())).isEqualTo("ann observation null");
    }

    @Test
    void theSourceCanBeTheDocumentItself() {
        Cases.Case named = cases.named(1);
        String document = "{'kind':'press','title':'整改通报','url':'https://example.org/" + named.notice() + "'}";
        JsonNode answer = ok(post(named.finding() + "/events", ANY,
                "{'kind':'not-rectified','date':'2021-11-20','source':" + document + ",'note':'Looked again.'}"));
        String source = answer.at("/events/0/source").textValue();
        assertThat(Api.one("/v1/sources/" + source).get("title").textValue()).isEqualTo("整改通报");
        Cases.Case other = cases.named(1);
        JsonNode again = ok(post(other.finding() + "/events", ANY,
                "{'kind':'rectified','date':'2021-11-20','source':" + document + "}"));
        assertThat(again.at("/events/0/source").textValue()).isEqualTo(source);
    }

    /**
     * What is recorded already (w for a word, o for an order of 9 December), what is said next, and what is possible instead.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "                                                  | rectified     2021-11-03 | 200 | ",
            "                                                  | rectified     2021-11-02 | 409 | nothing",
            "rectified 2021-11-20                              | rectified     2021-11-20 | 409 | nothing",
            "rectified 2021-11-20                              | rectified     2021-11-21 | 409 | not-rectified",
            "rectified 2021-11-20                              | not-rectified 2021-11-21 | 200 | ",
            "rectified 2021-11-20                              | rectified     2021-11-19 | 409 | not-rectified",
            "not-rectified 2021-11-20                          | not-rectified 2021-11-25 | 409 | rectified",
            "not-rectified 2021-11-20                          | rectified     2021-11-25 | 200 | ",
            "order                                             | not-rectified 2021-12-10 | 409 | rectified",
            "order                                             | rectified     2021-12-10 | 200 | ",
            "order                                             | not-rectified 2021-12-01 | 200 | ",
            "order                                             | rectified     2021-12-09 | 409 | nothing",
    })
    void whatIsImpossibleIsRefusedWithWhatIsPossible(String before, String next, int status, String possible) {
        Cases.Case named = cases.named(1);
        if ("order".equals(before)) {
            cases.ordered(named);
        } else if (before != null) {
            ok(post(named.finding() + "/events", ANY, event(before.split(" ")[0], before.split(" ")[1], named.source())));
        }
        long revision = ledger.current();
        String[] words = next.split(" +");
        var response = post(named.finding() + "/events", ANY, event(words[0], words[1], named.source()));
        if (status == 200) {
            ok(response);
            return;
        }
        Problem problem = problem(409, response);
        if (possible.equals("nothing")) {
            assertThat(problem.detail()).contains("nothing is possible");
            assertThat(problem.errors().get(0).allowed()).isEmpty();
        } else {
            assertThat(problem.detail()).contains("Possible: `" + possible + "`.");
            assertThat(problem.errors().get(0).allowed()).containsExactly(possible);
        }
        assertThat(ledger.current()).isEqualTo(revision);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Cases.Case named = cases.named(1);
        Problem problem = problem(400, post(named.finding() + "/events", ANY,
                "{'kind':'rectifed','date':'2021-13-01','source':'src-nonsense','notice':7,'colour':'red'}"));
        assertThat(problem.type().toString()).endsWith("/invalid-body");
        assertThat(problem.errors()).extracting(fault -> fault.pointer() + " " + fault.code()).containsExactlyInAnyOrder(
                "/colour unknown-field", "/kind unknown-value", "/date invalid-value", "/source unknown-value",
                "/notice invalid-value");
        assertThat(problem.errors()).filteredOn(fault -> fault.pointer().equals("/kind"))
                .allMatch(fault -> "rectified".equals(fault.didYouMean()));
        assertThat(problem(400, post(named.finding() + "/events", ANY, "{}")).errors())
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly("/kind missing", "/date missing", "/source missing");
        assertThat(problem(422, post(named.finding() + "/events", ANY, event("rectified", "2999-01-01", named.source())))
                .errors().get(0).pointer()).isEqualTo("/date");
        problem(400, post(named.finding() + "/events", ANY, "[]"));
        problem(400, post(named.finding() + "/events", ANY, "{"));
        problem(400, post(named.finding() + "/events?reason=x", ANY, event("rectified", "2021-11-20", named.source())));
    }

    @Test
    void aFindingThatIsNotThereHasNoEvents() {
        assertThat(problem(404, post("/v1/findings/miit-2021-11-33/events", ANY, "{}")).detail())
                .contains("There is no finding");
    }

    @Test
    @TestSecurity(user = "bob", roles = "reader")
    void onlyCuratorsRecord() {
        problem(403, post("/v1/findings/miit-2021-11-3/events", ANY, "{}"));
    }

    private static String event(String kind, String date, String source) {
        return "{'kind':'" + kind + "','date':'" + date + "','source':'" + source + "'}";
    }
}
