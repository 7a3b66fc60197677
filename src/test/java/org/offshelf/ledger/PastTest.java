package org.offshelf.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.app.AppStatus;
import org.offshelf.app.Apps;
import org.offshelf.app.Identifier;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingEvent;
import org.offshelf.finding.FindingEventKind;
import org.offshelf.finding.Findings;
import org.offshelf.notice.DeclaredPart;
import org.offshelf.notice.Notice;
import org.offshelf.notice.Notices;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import javax.sql.DataSource;

@QuarkusTest
class PastTest {

    private static final int REVISIONS = 60;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    /** Every table that a record of the test has rows in, each with the column that names the record. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of("app", "id", "app_identifier", "app_id",
            "app_citation", "app_id", "notice", "id", "notice_regulator", "notice_id", "notice_category", "notice_id",
            "notice_citation", "notice_id", "finding", "id", "finding_category", "finding_id", "finding_event", "finding_id"));

    @Inject
    TestRecords records;

    @Inject
    Readings readings;

    @Inject
    Session session;

    @Inject
    DataSource dataSource;

    @Inject
    LedgerTable ledger;

    @Inject
    Apps apps;

    @Inject
    Notices notices;

    @Inject
    Findings findings;

    private final Random random = new Random(20211103);

    /** As on a node that takes over with a clock that is behind. */
    @Test
    void everyRevisionIsReadAgainAsItWasThoughTheClockIsBehind() {
        ledger.withLastRevisionAhead(10_000, this::everyRevisionIsReadAgainAsItWas);
    }

    @Test
    void everyRevisionIsReadAgainAsItWas() {
        List<String> ids = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        Map<Long, String> written = new TreeMap<>();
        long nothing = records.run(records::source);
        long first = records.run(() -> {
            App app = records.app();
            Notice notice = records.notice("miit", LocalDate.of(2004, 4, 4));
            ids.addAll(List.of(app.id, notice.id, records.finding(notice, 1, app).id));
            sources.addAll(List.of(records.source().id, records.source().id));
        });
        written.put(nothing, "{}");
        written.put(first, state(ids));
        for (int i = 0; i < REVISIONS; i++) {
            long revision = records.run(() -> change(ids, sources));
            written.put(revision, state(ids));
        }
        assertThat(written).hasSizeGreaterThan(REVISIONS / 2);
        assertThat(written.values().stream().distinct()).hasSize(written.size());

        Map<Long, String> read = new TreeMap<>();
        for (long revision : written.keySet()) {
            read.put(revision, readings.at(revision, TODAY, reading -> {
                assertThat(reading).isEqualTo(new Reading(revision, TODAY));
                return state(ids);
            }).orElseThrow());
        }
        assertThat(read).isEqualTo(written);
        assertThat(state(ids)).isEqualTo(written.get(ledger.current()));
    }

    @Test
    void theRevisionOnARecordIsTheLastOneThatTouchedIt() {
        String id = records.write(() -> records.app().id).result();
        long first = ledger.current();
        records.run(records::app);
        long second = records.run(() -> apps.findById(id).name = "later");
        records.run(records::app);
        long last = ledger.current();
        for (long[] pair : new long[][] { { first, first }, { first + 1, first }, { second, second }, { last, second } }) {
            assertThat(readings.<Long> at(pair[0], TODAY, reading -> apps.findById(id).revision)).as("at " + pair[0])
                    .contains(pair[1]);
        }
    }

    @Test
    void aRevisionThatNeverWasCannotBeRead() {
        for (long revision : new long[] { -1, 0, ledger.current() + 1, Long.MAX_VALUE }) {
            assertThat(readings.at(revision, TODAY, reading -> "read")).isEmpty();
        }
    }

    @Test
    void entitiesAreReadInThePastToo() {
        String id = records.write(() -> records.app().id).result();
        long before = ledger.current();
        records.run(() -> {
            App app = apps.findById(id);
            app.aliases = List.of("new");
            app.identifier.add(new Identifier("ios", "9"));
            app.standing = Standing.RETRACTED;
        });
        assertThat(readings.at(before, TODAY, reading -> describe(apps.findById(id)))).contains("[] [] CURRENT");
        assertThat(readings.<String> current(reading -> describe(apps.findById(id)))).isEqualTo("[new] [ios 9] RETRACTED");
    }

    private static String describe(App app) {
        return app.aliases + " " + app.identifier.stream().map(one -> one.scheme() + " " + one.value()).toList() + " "
                + app.standing;
    }

    /** The database's snapshot holds a reading where it is, whatever is committed meanwhile. */
    @Test
    void aReadingOfThePresentDoesNotMove() {
        String id = records.write(() -> records.app().id).result();
        long before = ledger.current();
        readings.current(reading -> {
            assertThat(reading).isEqualTo(new Reading(before, readings.today()));
            runElsewhere(() -> records.run(() -> apps.findById(id).name = "meanwhile"));
            assertThat(ledger.current()).isEqualTo(before);
            assertThat(apps.findById(id).name).isEqualTo("测试 " + id);
            return null;
        });
        assertThat(ledger.current()).isEqualTo(before + 1);
        assertThat(readings.<String> at(before, TODAY, reading -> apps.findById(id).name)).contains("测试 " + id);
    }

    @Test
    void readingChangesNothing() {
        String id = records.write(() -> records.app().id).result();
        long before = ledger.current();
        readings.current(reading -> apps.findById(id).name = "no");
        readings.at(before, TODAY, reading -> apps.findById(id).name = "no");
        assertThat(readings.<String> current(reading -> apps.findById(id).name)).isEqualTo("测试 " + id);
        assertThat(ledger.current()).isEqualTo(before);
    }

    @Test
    void nothingOfThePastStaysInTheConnections() throws SQLException {
        String id = records.write(() -> records.app().id).result();
        long before = ledger.current();
        records.run(() -> apps.findById(id).name = "now");
        for (int i = 0; i < 5; i++) {
            assertThat(readings.<String> at(before, TODAY, reading -> apps.findById(id).name)).contains("测试 " + id);
            assertThatThrownBy(() -> readings.at(before, TODAY, reading -> {
                apps.findById(id);
                throw new IllegalArgumentException("broken off");
            })).hasStackTraceContaining("broken off");
        }
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < 15; i++) {
                Connection connection = dataSource.getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement
                                .executeQuery("select @@system_versioning_asof, name from app where id = '" + id
                                        + "'")) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo("DEFAULT");
                    assertThat(row.getString(2)).isEqualTo("now");
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(readings.<String> current(reading -> apps.findById(id).name)).isEqualTo("now");
        assertThat(records.run(() -> apps.findById(id).name = "then")).isEqualTo(before + 2);
    }

    /** One to three things at once, each somewhere else: columns, JSON, sets, lists with an order, standing. */
    private void change(List<String> ids, List<String> sources) {
        App app = apps.findById(ids.get(0));
        Notice notice = notices.findById(ids.get(1));
        Finding finding = findings.findById(ids.get(2));
        for (int i = 0; i <= random.nextInt(3); i++) {
            int salt = random.nextInt(1000);
            switch (random.nextInt(11)) {
                case 0 -> app.aliases = List.of("alias " + salt, "别名");
                case 1 -> app.consider(AppStatus.NAMED, LocalDate.of(2021, 1, 1).plusDays(salt), null, "f" + salt);
                case 2 -> toggle(app.identifier, new Identifier("ios", String.valueOf(salt % 4)));
                case 3 -> app.standing = app.standing == Standing.CURRENT ? Standing.RETRACTED : Standing.CURRENT;
                case 4 -> toggle(notice.category, salt % 2 == 0 ? "disclosure" : "harassment");
                case 5 -> toggle(notice.regulator, "cac");
                case 6 -> notice.declaredParts = List.of(new DeclaredPart("by " + salt, salt, "注"));
                case 7 -> toggle(notice.citation, new Citation(sources.get(salt % 2), "row " + salt % 3));
                case 8 ->
                    finding.happened(new FindingEvent(FindingEventKind.values()[salt % 3], LocalDate.of(2021, 12, 9), null,
                            sources.get(salt % 2), "note " + salt));
                case 9 -> finding.event.removeIf(event -> event.note().hashCode() % 2 == 0);
                default -> finding.problem = "问题 " + salt;
            }
        }
        app.name = "名 " + random.nextInt();
    }

    private static <T> void toggle(Set<T> set, T element) {
        if (!set.remove(element)) {
            set.add(element);
        }
    }

    /** All rows of the records, as this thread reads them. */
    private String state(List<String> ids) {
        return QuarkusTransaction.isActive() ? rows(ids) : readings.current(reading -> rows(ids));
    }

    private String rows(List<String> ids) {
        Map<String, List<String>> rows = new TreeMap<>();
        TABLES.forEach((table, owner) -> {
            List<String> found = session
                    .createNativeQuery("select * from " + table + " where " + owner + " in (?1)", Object[].class)
                    .setParameterList(1, ids).getResultList().stream().map(Arrays::toString).sorted().toList();
            if (!found.isEmpty()) {
                rows.put(table, found);
            }
        });
        return rows.toString();
    }

    private static void runElsewhere(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
