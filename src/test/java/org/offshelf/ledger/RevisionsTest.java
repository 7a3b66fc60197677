package org.offshelf.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.app.AppStatus;
import org.offshelf.app.Apps;
import org.offshelf.app.Identifier;
import org.offshelf.database.DatabaseFailures;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingEvent;
import org.offshelf.finding.FindingEventKind;
import org.offshelf.finding.Findings;
import org.offshelf.notice.Notices;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RevisionsTest {

    @Inject
    Revisions revisions;

    @Inject
    TestRecords records;

    @Inject
    LedgerTable ledger;

    @Inject
    Apps apps;

    @Inject
    Notices notices;

    @Inject
    Findings findings;

    @Test
    void aRevisionSaysWhoAndWhyAndWhatBecameOfEachField() {
        long before = ledger.current();
        Committed<App> committed = revisions.write(new Author("ann", Author.SYSTEM, Cause.CORRECTION, "Misread."), () -> {
            App app = records.app();
            app.aliases = List.of("Alias", "别名");
            app.identifier.add(new Identifier("android", app.id));
            app.consider(AppStatus.NAMED, LocalDate.of(2021, 11, 3), null, "somewhere");
            return app;
        });
        String id = committed.result().id;
        String source = committed.result().citation.iterator().next().source();
        assertThat(committed.revision()).isEqualTo(before + 1).isEqualTo(ledger.current());
        assertThat(ledger.author(before + 1)).isEqualTo("ann correction Misread.");
        assertThat(ledger.lines(before + 1)).containsExactly(
                "1 source " + source + " create {'kind':{'new':'press'},'standing':{'new':'current'},'title':{'new':'测试 "
                        + source + "'}}",
                "2 app " + id + " create {'aliases':{'new':['Alias','别名']},'citation':{'new':[{'source':'" + source
                        + "','locator':''}]},'identifier':{'new':[{'scheme':'android','value':'" + id
                        + "'}]},'identity':{'new':'" + id + "'},'kind':{'new':'app'},'name':{'new':'测试 " + id
                        + "'},'standing':{'new':'current'},'status':{'new':'named'},'statusFrom':{'new':'somewhere'},"
                        + "'statusSince':{'new':'2021-11-03'}}");
        assertThat(ledger.revisionOf("app", id)).isEqualTo(before + 1);
    }

    @Test
    void anUpdateKeepsTheOldValueBesideTheNew() {
        String id = newApp();
        long revision = records.run(() -> {
            App app = apps.findById(id);
            app.name = "一";
            apps.flush();
            app.name = "二";
            app.aliases = List.of("x");
            app.identifier.add(new Identifier("ios", "1"));
            app.statusSince = LocalDate.of(2021, 12, 9);
        });
        assertThat(ledger.lines(revision)).containsExactly("1 app " + id + " update {'aliases':{'old':[],'new':['x']},"
                + "'identifier':{'old':[],'new':[{'scheme':'ios','value':'1'}]},'name':{'old':'测试 " + id
                + "','new':'二'},'statusSince':{'old':null,'new':'2021-12-09'}}");
        assertThat(ledger.revisionOf("app", id)).isEqualTo(revision);
    }

    @Test
    void aChangeInACollectionAloneIsAChangeOfTheRecord() {
        String id = newApp();
        long revision = records.run(() -> apps.findById(id).identifier.add(new Identifier("ios", "2")));
        assertThat(ledger.lines(revision)).containsExactly(
                "1 app " + id + " update {'identifier':{'old':[],'new':[{'scheme':'ios','value':'2'}]}}");
        assertThat(ledger.revisionOf("app", id)).isEqualTo(revision);
        long next = records.run(() -> apps.findById(id).identifier.clear());
        assertThat(ledger.lines(next)).containsExactly(
                "1 app " + id + " update {'identifier':{'old':[{'scheme':'ios','value':'2'}],'new':[]}}");
        assertThat(ledger.revisionOf("app", id)).isEqualTo(next);
    }

    @Test
    void aCollectionIsChangedInPlace() {
        Finding finding = records.write(() -> {
            Finding written = records.finding(records.notice("miit", LocalDate.of(2002, 2, 2)), 1, records.app());
            written.category.add("misleading-downloads");
            return written;
        }).result();
        long before = ledger.current();
        assertThatThrownBy(
                () -> records.run(() -> findings.findById(finding.id).category = new TreeSet<>(Set.of("disclosure"))))
                .hasStackTraceContaining("The category of " + finding.id + " was to be replaced");
        assertThat(ledger.current()).isEqualTo(before);
        long revision = records.run(() -> {
            Set<String> category = findings.findById(finding.id).category;
            category.clear();
            category.addAll(List.of("unclassified", "prohibited-content"));
        });
        assertThat(ledger.lines(revision)).containsExactly("1 finding " + finding.id
                + " update {'category':{'old':['misleading-downloads'],'new':['prohibited-content','unclassified']}}");
        assertThat(ledger.revisionOf("finding", finding.id)).isEqualTo(revision);
    }

    @Test
    void eventsOfAListAreRecordedInTheirOrder() {
        Finding finding = records.write(
                () -> records.finding(records.notice("miit", LocalDate.of(2002, 2, 3)), 1, records.app())).result();
        String source = finding.citation.iterator().next().source();
        long revision = records.run(() -> {
            Finding loaded = findings.findById(finding.id);
            loaded.happened(new FindingEvent(FindingEventKind.NOT_RECTIFIED, LocalDate.of(2021, 12, 9), finding.notice, source,
                    null));
            loaded.happened(new FindingEvent(FindingEventKind.ESCALATED, LocalDate.of(2021, 12, 9), finding.notice, source,
                    "x"));
        });
        String event = "{'kind':'%s','happened':'2021-12-09','notice':'" + finding.notice + "','source':'" + source
                + "','note':%s}";
        assertThat(ledger.lines(revision)).containsExactly("1 finding " + finding.id
                + " update {'event':{'old':[],'new':[" + event.formatted("not-rectified", "null") + ","
                + event.formatted("escalated", "'x'") + "]},'status':{'old':'named','new':'removal-ordered'}}");
    }

    @Test
    void standingTellsTheOperation() {
        String id = newApp();
        String successor = newApp();
        assertThat(operation(id, Standing.RETRACTED, "Was a website.", null)).isEqualTo("retract");
        assertThat(operation(id, Standing.CURRENT, null, null)).isEqualTo("restore");
        assertThat(operation(id, Standing.MERGED, "The same.", successor)).isEqualTo("merge");
        assertThat(operation(id, Standing.CURRENT, null, null)).isEqualTo("unmerge");
        assertThat(operation(id, Standing.MERGED, "The same.", successor)).isEqualTo("merge");
        assertThat(operation(id, Standing.RETRACTED, "Neither.", null)).isEqualTo("retract");
        assertThat(operation(id, Standing.RETRACTED, "Neither nor.", null)).isEqualTo("update");
        assertThat(ledger.lines(ledger.current())).containsExactly("1 app " + id
                + " update {'standingReason':{'old':'Neither.','new':'Neither nor.'}}");
    }

    @Test
    void whatIsCreatedAndChangedInOneRevisionIsCreated() {
        List<String> lines = ledger.lines(records.run(() -> {
            App app = records.app();
            apps.flush();
            app.name = "spät";
            app.identifier.add(new Identifier("ios", "3"));
        }));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains(" create ", "'name':{'new':'spät'}", "'identifier':{'new':[{")
                .doesNotContain("'old'");
    }

    @Test
    void aWriteThatChangesNothingTakesNoNumber() {
        String id = newApp();
        long before = ledger.current();
        assertThat(records.run(() -> {
            App app = apps.findById(id);
            app.name = String.valueOf(app.name.toCharArray());
            app.aliases = new ArrayList<>();
            app.identifier.addAll(List.of());
            app.citation.addAll(List.copyOf(app.citation));
            apps.persist(app);
        })).isEqualTo(before);
        assertThat(ledger.current()).isEqualTo(before);
        assertThat(ledger.gaps()).isEmpty();
        assertThat(ledger.revisionOf("app", id)).isLessThanOrEqualTo(before);
    }

    @Test
    void aWriteThatChangesThereAndBackLeavesNoNumberBehindThatIsNotInTheLedger() {
        String id = newApp();
        records.run(() -> {
            App app = apps.findById(id);
            String name = app.name;
            app.name = "there";
            apps.flush();
            app.name = name;
        });
        assertThat(ledger.linesOf("app", id)).last().isEqualTo(ledger.revisionOf("app", id) + " app " + id + " update {}");
        records.run(() -> {
            App app = apps.findById(id);
            app.identifier.add(new Identifier("ios", "4"));
            app.identifier.clear();
        });
        assertThat(ledger.linesOf("app", id)).last().asString().startsWith(ledger.revisionOf("app", id) + " ");
    }

    @Test
    void aWriteThatFailsLeavesNoTraceAndNoGap() {
        String id = newApp();
        long before = ledger.current();
        List<String> made = new ArrayList<>();
        assertThatThrownBy(() -> records.run(() -> {
            made.add(records.app().id);
            apps.findById(id).name = "half";
            apps.flush();
            throw new IllegalArgumentException("broken off");
        })).hasStackTraceContaining("broken off");
        assertThatThrownBy(() -> records.run(() -> {
            App twin = records.app();
            twin.identity = id;
            made.add(twin.id);
        })).hasStackTraceContaining("app_identity_uk");
        assertThatThrownBy(() -> records.run(() -> made.add(records.notice("nobody", null).id)))
                .hasStackTraceContaining("notice_regulator_regulator_fk");
        assertThat(ledger.current()).isEqualTo(before);
        assertThat(ledger.gaps()).isEmpty();
        assertThat(made).hasSize(3).allSatisfy(lost -> {
            assertThat(ledger.mentions(lost)).isZero();
            assertThat(QuarkusTransaction.requiringNew().call(() -> apps.findById(lost))).isNull();
        });
        assertThat(QuarkusTransaction.requiringNew().call(() -> apps.findById(id).name)).isEqualTo("测试 " + id);
        assertThat(records.run(() -> apps.findById(id).name = "whole")).isEqualTo(before + 1);
    }

    @Test
    void recordsAreWrittenThroughRevisionsOnly() {
        String id = newApp();
        long before = ledger.current();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            records.app();
        })).hasStackTraceContaining("Records are written through Revisions.write only");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> apps.findById(id).name = "past the ledger"))
                .hasStackTraceContaining("Records are written through Revisions.write only");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                .run(() -> apps.findById(id).identifier.add(new Identifier("ios", "5"))))
                .hasStackTraceContaining("Records are written through Revisions.write only");
        assertThat(ledger.current()).isEqualTo(before);
        App now = QuarkusTransaction.requiringNew().call(() -> {
            App app = apps.findById(id);
            assertThat(app.identifier).isEmpty();
            return app;
        });
        assertThat(now.name).isEqualTo("测试 " + id);
    }

    @Test
    void recordsAreNeverDeleted() {
        String id = newApp();
        long before = ledger.current();
        assertThatThrownBy(() -> records.run(() -> apps.delete(apps.findById(id))))
                .hasStackTraceContaining("app " + id + " was to be deleted; records are retracted");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> apps.deleteById(id)))
                .hasStackTraceContaining("records are retracted");
        assertThat(ledger.current()).isEqualTo(before);
        assertThat(QuarkusTransaction.requiringNew().call(() -> apps.findById(id))).isNotNull();
    }

    @Test
    void aWriteWithinAWriteFailsAtOnce() {
        long before = ledger.current();
        long start = System.nanoTime();
        assertThatThrownBy(() -> records.run(() -> records.run(records::app)))
                .hasStackTraceContaining("A revision is already being written by this thread");
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
        assertThat(ledger.current()).isEqualTo(before);
        assertThat(records.run(records::app)).isEqualTo(before + 1);
    }

    @Test
    void concurrentWritersTakeNumbersWithoutGapsInTheOrderTheyCommit() throws Exception {
        String shared = newApp();
        long before = ledger.current();
        int writers = 8;
        int writes = 12;
        AtomicBoolean isDone = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
        List<Long> taken = new ArrayList<>();
        try {
            Future<List<String>> watcher = threads.submit(() -> {
                List<String> wrong = new ArrayList<>();
                while (!isDone.get()) {
                    wrong.addAll(ledger.gaps());
                }
                return wrong;
            });
            List<Future<List<Long>>> results = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "writer " + writer;
                Callable<List<Long>> work = () -> write(name, writes, shared);
                results.add(threads.submit(work));
            }
            for (Future<List<Long>> result : results) {
                List<Long> ofOne = result.get(2, TimeUnit.MINUTES);
                assertThat(ofOne).isSorted().hasSize(writes / 3 * 2);
                taken.addAll(ofOne);
            }
            isDone.set(true);
            assertThat(watcher.get(1, TimeUnit.MINUTES)).isEmpty();
        } finally {
            isDone.set(true);
            threads.shutdownNow();
        }
        long after = before + writers * writes / 3 * 2;
        assertThat(taken).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(before + 1, after).boxed().toList());
        assertThat(ledger.current()).isEqualTo(after);
        assertThat(ledger.gaps()).isEmpty();
        // Each saw what the one before it had written: no update was lost.
        assertThat(QuarkusTransaction.requiringNew().call(() -> apps.findById(shared).aliases)).hasSize((int) (after - before));
    }

    /** Of three writes one changes something, one fails and one creates and changes something. */
    private List<Long> write(String name, int writes, String shared) {
        List<Long> taken = new ArrayList<>();
        Author author = new Author(name, Author.SYSTEM, Cause.OBSERVATION, null);
        for (int i = 0; i < writes; i++) {
            int turn = i;
            if (turn % 3 == 1) {
                assertThatThrownBy(() -> revisions.write(author, () -> {
                    records.app();
                    apps.flush();
                    throw new IllegalArgumentException(name);
                })).hasStackTraceContaining(name);
            } else {
                taken.add(revisions.write(author, () -> {
                    if (turn % 3 == 2) {
                        records.app();
                    }
                    App app = apps.findById(shared);
                    List<String> aliases = new ArrayList<>(app.aliases);
                    aliases.add(name + " " + turn);
                    app.aliases = aliases;
                    return null;
                }).revision());
            }
        }
        return taken;
    }

    @Test
    void aDatabaseWhoseClockIsBehindIsWrittenToAtOnce() {
        ledger.withLastRevisionAhead(5_000, () -> {
            long start = System.nanoTime();
            List<Long> written = List.of(records.run(records::app), records.run(records::app), records.run(records::app));
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(4));
            assertThat(ledger.gaps()).isEmpty();
            assertThat(written).isSorted().doesNotHaveDuplicates().last().isEqualTo(ledger.current());
            assertThat(Duration.between(ledger.at(written.get(0)), ledger.at(written.get(2))))
                    .isLessThan(Duration.ofSeconds(1));
        });
    }

    @Test
    void aWriteThatLostToAnotherTransactionIsDoneAgain() {
        AtomicInteger attempts = new AtomicInteger();
        Committed<String> committed = revisions.write(TestRecords.AUTHOR, () -> {
            String id = records.app().id;
            if (attempts.incrementAndGet() < 3) {
                apps.flush();
                ledger.signal(1213, "40001");
            }
            return id;
        });
        assertThat(attempts).hasValue(3);
        assertThat(ledger.lines(committed.revision())).hasSize(2).last().asString().contains(committed.result());
        assertThat(ledger.gaps()).isEmpty();
    }

    @Test
    void aWriteWhoseConnectionIsLostBeforeTheCommitIsDoneAgain() {
        AtomicInteger attempts = new AtomicInteger();
        long before = ledger.current();
        Committed<String> committed = revisions.write(TestRecords.AUTHOR, () -> {
            String id = records.app().id;
            apps.flush();
            if (attempts.incrementAndGet() == 1) {
                ledger.killOwnConnection();
            }
            return id;
        });
        assertThat(attempts).hasValue(2);
        assertThat(committed.revision()).isEqualTo(before + 1).isEqualTo(ledger.current());
    }

    @Test
    void aWriteWhoseConnectionIsLostDuringTheCommitIsDoneOnceWhateverBecameOfIt() {
        for (boolean isCommitted : new boolean[] { true, false }) {
            AtomicInteger attempts = new AtomicInteger();
            long before = ledger.current();
            Committed<String> committed = revisions.write(TestRecords.AUTHOR, () -> records.app().id, whole -> {
                if (attempts.incrementAndGet() == 1) {
                    ledger.killOwnConnectionAtCommit(isCommitted);
                }
            });
            assertThat(attempts).hasValue(isCommitted ? 1 : 2);
            assertThat(committed.revision()).isEqualTo(before + 1).isEqualTo(ledger.current());
            assertThat(ledger.lines(committed.revision())).hasSize(2).last().asString().contains(committed.result());
        }
    }

    @Test
    void aWriteThatGoesOnLosingEndsAsAnOutage() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> revisions.write(TestRecords.AUTHOR, () -> {
            attempts.incrementAndGet();
            ledger.signal(1213, "40001");
            return null;
        })).matches(DatabaseFailures::passes);
        assertThat(attempts.get()).isBetween(3, 25);
    }

    private String newApp() {
        return records.write(records::app).result().id;
    }

    private String operation(String id, Standing standing, String reason, String successor) {
        long revision = records.run(() -> {
            App app = apps.findById(id);
            app.standing = standing;
            app.standingReason = reason;
            app.successor = successor;
        });
        assertThat(ledger.lines(revision)).hasSize(1);
        return ledger.lines(revision).get(0).split(" ")[3];
    }
}
