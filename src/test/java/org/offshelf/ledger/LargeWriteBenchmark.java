package org.offshelf.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.offshelf.TestRecords;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Says how long it takes to write a notice of 100,000 findings. Not part of the build; to run it: {@code ./mvnw test
 * -Dtest=LargeWriteBenchmark -DargLine=-Xmx512m}, with {@code -Dfindings=…} for another size.
 */
@QuarkusTest
class LargeWriteBenchmark {

    private static final int FINDINGS = Integer.getInteger("findings", 100_000);
    private static final int CHUNK = Integer.getInteger("chunk", 500);

    @Inject
    TestRecords records;
    @Inject
    Revisions revisions;
    @Inject
    Session session;
    @Inject
    LedgerTable ledger;

    @Test
    void write() {
        long start = System.nanoTime();
        int operators = LargeNotice.operators(FINDINGS);
        int apps = LargeNotice.apps(FINDINGS);
        LargeNotice large = new LargeNotice("large");
        say("started", 0, start);
        long revision = records.run(() -> {
            session.persist(large.source());
            for (int i = 0; i < operators; i++) {
                session.persist(large.operator(i));
                drain(i);
            }
            say("operators", operators, start);
            for (int i = 0; i < apps; i++) {
                session.persist(large.app(i, operators));
                drain(i);
            }
            say("apps", apps, start);
            session.persist(large.notice());
            for (int i = 0; i < FINDINGS; i++) {
                session.persist(large.finding(i, apps, operators));
                drain(i);
            }
            say("findings", FINDINGS, start);
        });
        say("all, committed", FINDINGS, start);
        assertThat(ledger.rows("select count(*) as n from revision_change where revision = ?", revision).get(0).get("n"))
                .isEqualTo(2L + operators + apps + FINDINGS);
    }

    private void drain(int written) {
        if (written % CHUNK == CHUNK - 1) {
            revisions.drain();
        }
    }

    /** On a busy machine the clock tells little; what the thread and the server took of the processors tells more. */
    private static void say(String what, int count, long start) {
        Runtime jvm = Runtime.getRuntime();
        System.out.printf("%8.1f s by the clock, %.1f s of the thread, %.1f s of the server: %d %s; heap %d MB%n",
                (System.nanoTime() - start) / 1e9, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9,
                serverCpu() / 1e9, count, what, (jvm.totalMemory() - jvm.freeMemory()) >> 20);
    }

    private static long serverCpu() {
        return ProcessHandle.current().children().flatMap(child -> child.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos).sum();
    }
}
