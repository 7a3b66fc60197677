package org.offshelf.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.patch;
import static org.offshelf.curating.Curator.post;
import static org.offshelf.curating.Curator.problem;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.ledger.LedgerTable;
import org.offshelf.notice.Notice;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class SurveysTest {

    @Inject
    TestRecords records;

    @Inject
    LedgerTable ledger;

    @Test
    void whoLookedSaysHowManyThereAre() {
        String regulator = regulator();
        records.run(() -> List.of(3, 9).forEach(month -> held(regulator, LocalDate.of(2021, month, 1))));
        assertThat(row(regulator, "2021").get("state").textValue()).isEqualTo("unknown");

        JsonNode part = ok(post("/v1/surveys", null, survey(regulator, "2021-01-01", "2021-06-30", "part", 4)));
        assertThat(part).isEqualTo(Api.one("/v1/surveys/" + part.get("id").textValue()));
        assertThat(ledger.author(part.get("revision").longValue())).isEqualTo("ann observation null");
        assertRow(regulator, "2021", "partial", 2, 5, "2021-12-31");
        assertThat(Api.one("/v1/findings?published=2021&regulator=" + regulator).at("/meta/coverage/missingNotices").intValue())
                .isEqualTo(3);

        JsonNode whole = ok(post("/v1/surveys", null, survey(regulator, "2021-01-01", "2021-12-31", "whole", 2)));
        assertRow(regulator, "2021", "partial", 2, 5, "2021-12-31");
        ok(post("/v1/surveys/" + part.get("id").textValue() + "/retraction", ANY, "{'reason':'Counted reposts.'}"));
        assertRow(regulator, "2021", "complete", 2, 2, "2021-12-31");
        assertThat(Api.one("/v1/coverage/" + regulator + "-2021?asOf=2021-12-30").get("state").textValue())
                .as("nobody had looked")
                .isEqualTo("unknown");

        ok(patch("/v1/surveys/" + whole.get("id").textValue(), ANY, "{'extent':'part','reason':'Only the first page.'}"));
        assertRow(regulator, "2021", "unknown", 2, 2, "2021-12-31");
        assertThat(Api.list("/v1/surveys/" + part.get("id").textValue() + "/history").texts("op"))
                .containsExactly("create", "retract");
    }

    @Test
    void whereThereIsNothingNothingIsMissing() {
        String regulator = regulator();
        ok(post("/v1/surveys", null, survey(regulator, "2020-01-01", "2020-12-31", "whole", 0)));
        ok(post("/v1/surveys", null, survey(regulator, "2019-01-01", "2019-12-31", "whole", 2)));
        ok(post("/v1/surveys", null, survey(regulator, "2018-02-01", "2018-12-31", "whole", 0)));
        assertRow(regulator, "2020", "complete", 0, 0, "2021-12-31");
        assertRow(regulator, "2019", "none", 0, 2, "2021-12-31");
        assertRow(regulator, "2018", "unknown", 0, 0, "2021-12-31");
        assertThat(state(regulator, "2020")).isEqualTo("complete");
        assertThat(state(regulator, "2019")).isEqualTo("none");
        assertThat(state(regulator, "2017")).isEqualTo("none");
    }

    @Test
    void whatASurveyCannotBeIsToldAtOnce() {
        String regulator = regulator();
        String sound = survey(regulator, "2021-01-01", "2021-12-31", "part", 3);
        assertThat(problem(422, post("/v1/surveys", null, sound.replace("2021-01-01", "2020-12-31").replace(
                "'checked':'2021-12-31'", "'checked':'2021-12-01'"))).errors())
                .extracting(fault -> fault.pointer()).containsExactlyInAnyOrder("/periodTo", "/checked");
        assertThat(problem(422, post("/v1/surveys", null, sound.replace("part", "whole").replace("'knownNotices':3,", "")))
                .errors()).extracting(fault -> fault.pointer()).containsExactly("/knownNotices");
        problem(400, post("/v1/surveys", null, sound.replace(":3,", ":-1,")));
        assertThat(problem(400, post("/v1/surveys", null, "{'extent':'hole','sources':[]}")).errors())
                .extracting(fault -> fault.pointer() + " " + fault.code()).containsExactlyInAnyOrder("/regulator missing",
                        "/periodFrom missing", "/periodTo missing", "/extent unknown-value", "/checked missing",
                        "/sources invalid-value");
        ok(post("/v1/surveys", null, sound));
        problem(409, post("/v1/surveys", null, sound));
        assertThat(problem(409, post("/v1/regulators/" + regulator + "/retraction", ANY, "{'reason':'Gone.'}")).detail())
                .contains("1 surveys");
    }

    private String regulator() {
        return records.write(() -> records.regulator().id).result();
    }

    /** With all its rows; within a write. */
    private Notice held(String regulator, LocalDate published) {
        Notice notice = records.notice(regulator, published);
        notice.declaredCount = 0;
        return notice;
    }

    private String survey(String regulator, String from, String to, String extent, int known) {
        String source = records.write(() -> records.source().id).result();
        return "{'regulator':'" + regulator + "','periodFrom':'" + from + "','periodTo':'" + to + "','extent':'" + extent
                + "','knownNotices':" + known + ",'checked':'2021-12-31','sources':[{'source':'" + source + "'}]}";
    }

    private static void assertRow(String regulator, String year, String state, int held, int known, String checked) {
        JsonNode row = row(regulator, year);
        assertThat(List.of(row.get("state").textValue(), row.get("heldNotices").intValue(), row.get("knownNotices").intValue(),
                row.get("missingNotices").intValue(), row.get("lastChecked").textValue()))
                .containsExactly(state, held, known, known - held, checked);
    }

    private static JsonNode row(String regulator, String year) {
        return Api.one("/v1/coverage/" + regulator + '-' + year);
    }

    private static String state(String regulator, String year) {
        return Api.one("/v1/notices?limit=0&published=" + year + "&regulator=" + regulator).at("/meta/coverage/state")
                .textValue();
    }
}
