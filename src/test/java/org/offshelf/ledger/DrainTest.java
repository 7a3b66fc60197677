package org.offshelf.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.offshelf.LargeRegistry;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.app.Apps;
import org.offshelf.app.Identifier;
import org.offshelf.app.Operator;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A revision that is written in parts is the same revision; in a database of its own, because it is large. */
@QuarkusTest
@TestProfile(LargeRegistry.class)
class DrainTest {

    private static final int FINDINGS = 1_500;
    private static final int CHUNK = 300;

    @Inject
    Revisions revisions;
    @Inject
    TestRecords records;
    @Inject
    LedgerTable ledger;
    @Inject
    Readings readings;
    @Inject
    Apps apps;
    @Inject
    Session session;

    @Test
    void partsHaveTheLinesAndTextsOfTheWhole() {
        long before = ledger.current();
        assertThat(write("whole", Integer.MAX_VALUE)).isEqualTo(before + 1);
        assertThat(write("parts", CHUNK)).isEqualTo(before + 2);
        assertThat(told("parts", before + 2)).hasSizeGreaterThan(FINDINGS).isEqualTo(told("whole", before + 1));
        List<Map<String, Object>> texts = texts("parts");
        assertThat(texts).hasSizeGreaterThan(FINDINGS).isEqualTo(texts("whole"));
        // The texts of both are the same, so that the terms are too; of each there are some.
        assertThat(ledger.rows("select x.record_id from record_text x where x.record_type = 'app' and x.record_id like"
                + " 'app-parts-%' and not exists (select * from term k where k.text_id = x.text_id)")).isEmpty();
        assertThat(ledger.gaps()).isEmpty();
    }

    @Test
    void memoryHoldsOnePartAtATime() {
        AtomicInteger most = new AtomicInteger();
        LargeNotice large = new LargeNotice("memory");
        records.run(() -> {
            session.persist(large.source());
            for (int i = 0; i < FINDINGS; i++) {
                session.persist(large.operator(i));
                most.accumulateAndGet(session.getStatistics().getEntityCount(), Math::max);
                if (i % 100 == 99) {
                    revisions.drain();
                    assertThat(session.getStatistics().getEntityCount()).isZero();
                }
            }
        });
        assertThat(most.get()).isBetween(100, 101);
    }

    @Test
    void whatFailsAfterADrainLeavesNothing() {
        long before = ledger.current();
        LargeNotice large = new LargeNotice("failing");
        assertThatThrownBy(() -> records.run(() -> {
            session.persist(large.source());
            session.persist(large.operator(0));
            revisions.drain();
            throw new IllegalArgumentException("broken off");
        })).hasStackTraceContaining("broken off");
        assertThat(ledger.current()).isEqualTo(before);
        assertThat(ledger.rows("select * from revision where revision > ?", before)).isEmpty();
        assertThat(ledger.mentions("op-failing-0")).isZero();
        assertThat(texts("failing")).isEmpty();
        assertThat(records.run(records::app)).isEqualTo(before + 1);
    }

    @Test
    void aDrainThatFailsCannotBeCommitted() {
        long before = ledger.current();
        LargeNotice large = new LargeNotice("swallowed");
        assertThatThrownBy(() -> records.run(() -> {
            session.persist(large.source());
            session.persist(large.app(0, 1)); // of an operator that is not there
            try {
                revisions.drain();
            } catch (RuntimeException broken) {
                assertThat(broken).hasStackTraceContaining("app_operator_fk");
            }
        })).isNotNull();
        assertThat(ledger.current()).isEqualTo(before);
        assertThat(ledger.mentions("src-swallowed")).isZero();
    }

    @Test
    void aDrainWithoutChangesTakesNoNumber() {
        long before = ledger.current();
        assertThat(records.run(revisions::drain)).isEqualTo(before);
        assertThat(ledger.rows("select * from revision where revision > ?", before)).isEmpty();
        assertThatThrownBy(revisions::drain).hasMessageContaining("through Revisions.write only");
    }

    @Test
    void aRecordChangedAgainAfterADrainHasAnotherLine() {
        String known = records.write(records::app).result().id;
        List<String> made = new ArrayList<>();
        long revision = records.run(() -> {
            made.add(records.app().id);
            apps.findById(known).name = "一";
            revisions.drain();
            apps.findById(known).name = "二";
            App again = apps.findById(made.get(0));
            again.name = "三";
            again.identifier.add(new Identifier("ios", made.get(0)));
            revisions.drain();
            apps.findById(made.get(0)).standing = Standing.RETRACTED;
        });
        assertThat(ledger.linesOf("app", known).subList(1, 3)).containsExactly(
                revision + " app " + known + " update {'name':{'old':'测试 " + known + "','new':'一'}}",
                revision + " app " + known + " update {'name':{'old':'一','new':'二'}}");
        assertThat(ledger.linesOf("app", made.get(0))).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith(revision + " app " + made.get(0) + " create ");
            assertThat(lines.get(1)).isEqualTo(revision + " app " + made.get(0) + " update {'identifier':{'old':[],'new':"
                    + "[{'scheme':'ios','value':'" + made.get(0) + "'}]},'name':{'old':'测试 " + made.get(0)
                    + "','new':'三'}}");
            assertThat(lines.get(2)).contains(" retract ");
        });
        assertThat(ledger.revisionOf("app", known)).isEqualTo(revision);
        assertThat(ledger.rows("select t.printed from record_text x join searched_text t on t.id = x.text_id"
                + " where x.record_type = 'app' and x.field = 'name' and x.record_id = ?", made.get(0)))
                .containsExactly(Map.of("printed", "三"));
    }

    @Test
    void aThousandFindingsTakeAHandfulOfStatements() {
        LargeNotice large = new LargeNotice("counted");
        records.run(() -> {
            session.persist(large.source());
            session.persist(large.operator(0));
            session.persist(large.app(0, 1));
            session.persist(large.notice());
        });
        long before = questions();
        records.run(() -> {
            for (int i = 0; i < 1_000; i++) {
                session.persist(large.finding(i, 1, 1));
                if (i % 500 == 499) {
                    revisions.drain();
                }
            }
        });
        // For each part: findings, citations, categories, their texts, the ledger. Without batches it is over ten thousand.
        assertThat(questions() - before).isLessThan(80);
    }

    /** The statements the server has been sent, whoever sent them. */
    private long questions() {
        return Long.parseLong((String) ledger.rows("show global status like 'Questions'").get(0).get("Value"));
    }

    @Test
    void readersGoOnWhileARevisionIsBeingWritten() {
        long before = ledger.current();
        LargeNotice large = new LargeNotice("unseen");
        records.run(() -> {
            session.persist(large.source());
            session.persist(large.operator(0));
            revisions.drain();
            assertThat(elsewhere(() -> readings.current(Reading::revision))).isEqualTo(before);
            assertThat(elsewhere(() -> QuarkusTransaction.requiringNew()
                    .call(() -> session.find(Operator.class, "op-unseen-0") == null))).isTrue();
            assertThat(elsewhere(() -> readings.at(before, readings.today(), reading -> session.createNativeQuery(
                    "select count(*) from operator where id = 'op-unseen-0'", Long.class).getSingleResult()))).hasValue(0L);
        });
        assertThat(ledger.mentions("op-unseen-0")).isOne();
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private long write(String name, int chunk) {
        int operators = LargeNotice.operators(FINDINGS);
        int all = LargeNotice.apps(FINDINGS);
        LargeNotice large = new LargeNotice(name);
        List<Object> written = new ArrayList<>(List.of(large.source()));
        for (int i = 0; i < operators; i++) {
            written.add(large.operator(i));
        }
        for (int i = 0; i < all; i++) {
            written.add(large.app(i, operators));
        }
        written.add(large.notice());
        for (int i = 0; i < FINDINGS; i++) {
            written.add(large.finding(i, all, operators));
        }
        return records.run(() -> {
            for (int i = 0; i < written.size(); i++) {
                session.persist(written.get(i));
                if (i % chunk == chunk - 1) {
                    revisions.drain();
                }
            }
        });
    }

    /** The lines of a revision, without the name of the notice that its ids hold. */
    private List<String> told(String name, long revision) {
        return ledger.lines(revision).stream().map(line -> line.replace(name, "")).toList();
    }

    private List<Map<String, Object>> texts(String name) {
        return ledger.rows("select record_type, replace(record_id, ?, '') as record, field, weight, replace(printed, ?, '')"
                + " as text from record_text x join searched_text t on t.id = x.text_id where record_id like ?"
                + " or record_id like ? or record_id like ? order by 1, 2, 3, 4, 5", name, name, name + "%", "op-" + name + "%",
                "app-" + name + "%");
    }
}
