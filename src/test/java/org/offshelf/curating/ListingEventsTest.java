package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.etag;
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

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class ListingEventsTest {

    @Inject
    Cases cases;

    @Test
    void anObservationMakesTheListingAndTheStatusOfTheApp() {
        Cases.Case named = cases.named(1);
        String events = named.app() + "/listings/huawei/events";
        Response first = post(events, etag(named.app()), event("removed", "2021-12-10", "developer", named.source()));
        String listing = "/v1/listings/" + named.apps().get(0) + "-huawei";
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith(listing);
        assertThat(ok(first)).isEqualTo(Api.one(listing));
        assertThat(ok(first).get("cause").textValue()).isEqualTo("developer");
        JsonNode app = Api.one(named.app());
        assertThat(app.get("status").textValue()).isEqualTo("removed");
        assertThat(app.get("statusFrom").textValue()).isEqualTo(named.apps().get(0) + "-huawei");

        problem(412, post(events, "\"1-0123456789abcdef\"", event("restored", "2021-12-20", "unknown", named.source())));
        problem(428, post(events, null, event("restored", "2021-12-20", "unknown", named.source())));
        Response second = post(events, first.header("ETag"), event("restored", "2021-12-20", "unknown", named.source()));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(ok(second).get("status").textValue()).isEqualTo("restored");
        assertThat(Api.one(named.app()).get("status").textValue()).isEqualTo("restored");
    }

    /** What is known already ("order" for an order of 9 December for all stores), what is observed next, what is possible. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "                                        | removed  2021-12-10 | 200 | ",
            "                                        | restored 2021-12-10 | 409 | removed",
            "order                                   | restored 2021-12-10 | 200 | ",
            "order                                   | restored 2021-12-08 | 409 | removed",
            "order                                   | removed  2021-12-09 | 200 | ",
            "removed 2021-12-10                      | removed  2021-12-11 | 409 | restored",
            "removed 2021-12-10                      | removed  2021-12-09 | 409 | nothing",
            "removed 2021-12-10                      | removed  2021-12-10 | 409 | restored",
            "removed 2021-12-10                      | restored 2021-12-10 | 200 | ",
            "removed 2021-12-10,restored 2021-12-12  | restored 2021-12-13 | 409 | removed",
            "removed 2021-12-10,restored 2021-12-12  | removed  2021-12-13 | 200 | ",
            "removed 2021-12-10,restored 2021-12-12  | restored 2021-12-11 | 409 | nothing",
    })
    void whatIsImpossibleIsRefusedWithWhatIsPossible(String before, String next, int status, String possible) {
        Cases.Case named = cases.named(1);
        String path = named.app() + "/listings/huawei/events";
        if ("order".equals(before)) {
            cases.ordered(named);
        } else if (before != null) {
            for (String one : before.split(",")) {
                ok(post(path, ANY, event(one.split(" ")[0], one.split(" ")[1], "unknown", named.source())));
            }
        }
        String[] words = next.split(" +");
        Response response = post(path, ANY, event(words[0], words[1], "unknown", named.source()));
        if (status == 200) {
            ok(response);
            return;
        }
        Problem problem = problem(409, response);
        assertThat(problem.detail())
                .contains(possible.equals("nothing") ? "nothing is possible" : "Possible: `" + possible + "`.");
    }

    @Test
    void orderedRemovalsComeFromNotices() {
        Cases.Case named = cases.named(1);
        String path = named.app() + "/listings/huawei/events";
        assertThat(problem(400, post(path, ANY, event("removal-ordered", "2021-12-10", "x", named.source()))).errors())
                .extracting(fault -> fault.pointer()).containsExactly("/kind", "/cause");
        problem(404, post(named.app() + "/listings/huawai/events", ANY, "{}"));
        problem(404, post("/v1/apps/app-nonsense/listings/huawei/events", ANY, "{}"));
    }

    @Test
    void anObservationThatWasWrongIsRetractedAndTheStoreStartsAnew() {
        Cases.Case named = cases.named(1);
        String path = named.app() + "/listings/huawei/events";
        String listing = "/v1/listings/" + named.apps().get(0) + "-huawei";
        ok(post(path, ANY, event("removed", "2021-12-10", "unknown", named.source())));
        ok(post(listing + "/retraction", ANY, "{'reason':'Looked in the wrong store.'}"));
        Api.problem(410, listing);
        assertThat(Api.one(named.app()).get("status").textValue()).isEqualTo("overdue");
        assertThat(ok(post(path, ANY, event("removed", "2021-12-20", "unknown", named.source()))).get("events")).hasSize(1);
    }

    private static String event(String kind, String date, String cause, String source) {
        return "{'kind':'" + kind + "','date':'" + date + "','cause':'" + cause + "','source':'" + source + "'}";
    }
}
