package org.offshelf.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offshelf.access.AccessTest.json;
import static org.offshelf.access.AccessTest.problem;
import static org.offshelf.access.TestAccounts.as;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offshelf.TestRecords;

import io.quarkus.test.junit.QuarkusTest;
import javax.sql.DataSource;

/** What happens while there are few admins, or none. */
@QuarkusTest
class AdminsTest {

    @Inject
    TestAccounts testAccounts;

    @Inject
    Accounts accounts;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void noAdmin() throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("update account set closed_at = now(6) where roles like '%admin%'");
        }
    }

    @Test
    void theFirstComesFromTheConfigurationAndNoOtherDoes() {
        String name = TestRecords.fresh("t");
        new FirstAdmin(config(name, "first long secret"), accounts).open();
        as(name, "first long secret").get("/v1/accounts").then().statusCode(200);
        new FirstAdmin(config(name, "second long secret"), accounts).open();
        new FirstAdmin(config(TestRecords.fresh("t"), "second long secret"), accounts).open();
        new FirstAdmin(config(TestRecords.fresh("t"), "weak"), accounts).open();
        as(name, "first long secret").get("/v1/accounts").then().statusCode(200);
        assertThat(openAdmins()).containsExactly(name);
    }

    @Test
    void instancesThatStartAtOnceOpenOne() throws Exception {
        String name = TestRecords.fresh("t");
        AtomicInteger starts = new AtomicInteger();
        AccessTest.atOnce(6, () -> {
            new FirstAdmin(config(name, "first long secret"), accounts).open();
            return starts.incrementAndGet();
        });
        assertThat(starts).hasValue(6);
        assertThat(openAdmins()).containsExactly(name);
        as(name, "first long secret").get("/v1/accounts").then().statusCode(200);
    }

    @Test
    void thereIsNoDefault() {
        new FirstAdmin(config(null, null), accounts).open();
        assertThat(openAdmins()).isEmpty();
        problem(given().post("/test-access/write"), 401, "unauthorized");
    }

    @Test
    void settingsThatMakeNoAccountEndTheStart() {
        String taken = testAccounts.open(Roles.CURATOR);
        for (AdminConfig unusable : List.of(config("ann", null), config(null, "first long secret"), config("ann", "weak"),
                config("ann", "annannannann-ann"), config("Ann Smith", "first long secret"),
                config(taken, "first long secret"))) {
            assertThatThrownBy(() -> new FirstAdmin(unusable, accounts).open()).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("OFFSHELF_ADMIN_NAME").hasMessageNotContaining("first long secret")
                    .hasMessageNotContaining("weak");
        }
        assertThat(openAdmins()).isEmpty();
    }

    @Test
    void theLastOneStays() {
        String last = testAccounts.open(Roles.ADMIN, Roles.CURATOR);
        for (Map<String, Object> change : List.<Map<String, Object>> of(Map.of("closed", true),
                Map.of("roles", List.of("curator")))) {
            var answer = json(as(last)).body(change).patch("/v1/accounts/" + last);
            problem(answer, 409, "conflict");
            assertThat(answer.jsonPath().getString("detail")).contains("last admin");
        }
        assertThat(openAdmins()).containsExactly(last);
        String second = testAccounts.open(Roles.ADMIN);
        json(as(last)).body(Map.of("roles", List.of("curator"))).patch("/v1/accounts/" + last).then().statusCode(200);
        problem(as(last).get("/v1/accounts"), 403, "forbidden");
        assertThat(openAdmins()).containsExactly(second);
    }

    @Test
    void twoWhoCloseEachOtherLeaveOne() throws Exception {
        for (int round = 0; round < 5; round++) {
            noAdmin();
            List<String> both = List.of(testAccounts.open(Roles.ADMIN), testAccounts.open(Roles.ADMIN));
            AtomicInteger turn = new AtomicInteger();
            List<Integer> statuses = AccessTest.atOnce(2, () -> {
                int me = turn.getAndIncrement();
                return json(as(both.get(me))).body(Map.of("closed", true)).patch("/v1/accounts/" + both.get(1 - me))
                        .statusCode();
            });
            assertThat(statuses).containsOnlyOnce(200).containsAnyOf(401, 409);
            assertThat(openAdmins()).hasSize(1);
        }
    }

    private List<String> openAdmins() {
        return accounts.all().results().stream().filter(one -> !one.closed() && one.roles().contains(Roles.ADMIN))
                .map(AccountView::name).toList();
    }

    private static AdminConfig config(String name, String password) {
        return new AdminConfig() {
            @Override
            public Optional<String> name() {
                return Optional.ofNullable(name);
            }

            @Override
            public Optional<String> password() {
                return Optional.ofNullable(password);
            }
        };
    }
}
