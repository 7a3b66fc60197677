package org.offshelf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.Api;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.app.Apps;
import org.offshelf.app.Identifier;
import org.offshelf.app.Operators;
import org.offshelf.http.Problem;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Standing;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class IdentitiesTest {

    @Inject
    TestRecords records;

    @Inject
    Apps apps;

    @Inject
    Operators operators;

    @ParameterizedTest
    @ValueSource(strings = { "", "/findings", "/listings", "?lang=zh&select=id", "/findings?limit=1&select=id,appName",
            "/findings?appName=%E5%BE%AE%E4%BF%A1&published=2021" })
    void anAliasLeadsToTheApp(String rest) {
        String name = TestRecords.fresh("com.example.x").replace('-', '.');
        String id = records.write(() -> {
            App app = records.app();
            app.identifier.add(new Identifier("android", name));
            app.identifier.add(new Identifier("ios", name + "/1"));
            return app.id;
        }).result();
        assertMoved("/v1/apps/android:" + name + rest, "/v1/apps/" + id + rest);
        assertMoved("/v1/apps/ios:" + name + "%2F1" + rest, "/v1/apps/" + id + rest);
        assertThat(Api.problem(404, "/v1/apps/ios:" + name).detail()).startsWith("There is no app `ios:" + name + "`.");
    }

    @Test
    void aFilingNumberLeadsToTheAppHoweverItIsEncoded() {
        String id = Api.one("/v1/findings/cqca-scca-2025-5-1").get("app").textValue();
        assertMoved("/v1/apps/icp:%E6%B8%9DICP%E5%A4%872021008177%E5%8F%B7-4A", "/v1/apps/" + id);
        assertMoved("/v1/apps/icp%3A%E6%B8%9DICP%E5%A4%872021008177%E5%8F%B7%2D4A/findings?select=id",
                "/v1/apps/" + id + "/findings?select=id");
        assertThat(Api.one("/v1/apps/" + id).at("/identifiers/0")).isEqualTo(
                Api.json("{'scheme':'icp','value':'渝ICP备2021008177号-4A'}"));
    }

    @Test
    void onlyAppsHaveAliases() {
        assertThat(Api.problem(404, "/v1/operators/android:com.example").detail())
                .isEqualTo("There is no operator `android:com.example`.");
        assertThat(Api.problem(404, "/v1/apps/com.example").detail()).isEqualTo("There is no app `com.example`.");
    }

    @Test
    void aMergedRecordLeadsToItsSuccessor() {
        String name = TestRecords.fresh("com.example.merged");
        String former = records.write(() -> records.operator().id).result();
        String old = records.write(() -> {
            App app = records.app();
            app.operator = former;
            app.identifier.add(new Identifier("android", name));
            records.finding(records.notice("miit", LocalDate.of(2003, 3, 3)), 1, app);
            return app.id;
        }).result();
        String successor = records.write(() -> records.app().id).result();
        records.run(() -> merge(apps.findById(old), successor));

        for (String rest : new String[] { "", "/findings", "/listings", "?select=id,name&lang=zh",
                "/findings?limit=5&sort=id" }) {
            assertMoved("/v1/apps/" + old + rest, "/v1/apps/" + successor + rest);
        }
        assertMoved("/v1/apps/android:" + name, "/v1/apps/" + old);
        assertThat(Api.list("/v1/apps?id=" + old).count()).isZero();

        String operator = records.write(() -> records.operator().id).result();
        records.run(() -> merge(operators.findById(former), operator));
        for (String rest : new String[] { "", "/apps", "/findings?limit=0", "/penalties" }) {
            assertMoved("/v1/operators/" + former + rest, "/v1/operators/" + operator + rest);
        }
    }

    @Test
    void anUnmergedRecordAnswersForItselfAgain() {
        String old = records.write(() -> records.app().id).result();
        String successor = records.write(() -> records.app().id).result();
        records.run(() -> merge(apps.findById(old), successor));
        assertMoved("/v1/apps/" + old, "/v1/apps/" + successor);
        records.run(() -> {
            App app = apps.findById(old);
            app.standing = Standing.CURRENT;
            app.standingReason = null;
            app.successor = null;
        });
        assertThat(Api.one("/v1/apps/" + old).get("id").textValue()).isEqualTo(old);
    }

    @Test
    void aRetractedRecordSaysWhy() {
        String id = records.write(() -> records.app().id).result();
        assertThat(Api.one("/v1/apps/" + id).get("id").textValue()).isEqualTo(id);
        records.run(() -> retract(apps.findById(id)));
        for (String rest : new String[] { "", "/findings", "/listings", "?lang=zh" }) {
            Problem problem = Api.problem(410, "/v1/apps/" + id + rest);
            assertThat(problem.type()).hasToString("https://offshelf.org/problems/gone");
            assertThat(problem.detail())
                    .isEqualTo("The app `" + id + "` was retracted: It was a website. Its history stays readable.");
        }
        assertThat(Api.list("/v1/apps?id=" + id).count()).isZero();
    }

    /** A filing number printed for two records, one of which was a mistake. */
    @Test
    void anAliasLeadsToARecordThatSpeaksForItself() {
        String name = TestRecords.fresh("com.example.shared");
        String[] ids = records.write(() -> {
            App one = records.app();
            App other = records.app();
            one.identifier.add(new Identifier("android", name));
            other.identifier.add(new Identifier("android", name));
            return one.id.compareTo(other.id) < 0 ? new String[] { one.id, other.id } : new String[] { other.id, one.id };
        }).result();
        assertMoved("/v1/apps/android:" + name, "/v1/apps/" + ids[0]);
        records.run(() -> retract(apps.findById(ids[0])));
        assertMoved("/v1/apps/android:" + name, "/v1/apps/" + ids[1]);
        records.run(() -> retract(apps.findById(ids[1])));
        assertMoved("/v1/apps/android:" + name, "/v1/apps/" + ids[0]);
    }

    private static void merge(RegistryRecord merged, String successor) {
        merged.standing = Standing.MERGED;
        merged.standingReason = "The same.";
        merged.successor = successor;
    }

    private static void retract(RegistryRecord retracted) {
        retracted.standing = Standing.RETRACTED;
        retracted.standingReason = "It was a website.";
    }

    private static void assertMoved(String from, String to) {
        Response response = Api.get(from);
        assertThat(response.statusCode()).as(from + " " + response.asString()).isEqualTo(308);
        assertThat(response.header("Location").replaceFirst("^http://localhost:\\d+", "")).isEqualTo(to);
        assertThat(response.asString()).isEmpty();
    }
}
