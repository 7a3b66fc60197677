package org.offshelf.curating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.offshelf.OwnRegistry;
import org.offshelf.TestRecords;
import org.offshelf.app.App;
import org.offshelf.app.Apps;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.importing.Standings;
import org.offshelf.ledger.LedgerTable;
import org.offshelf.ledger.Revisions;
import org.offshelf.notice.Notice;
import org.offshelf.notice.Notices;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** What was told bit by bit, as notices came in, is what follows from all of it together. */
@QuarkusTest
@TestProfile(OwnRegistry.class)
class StandingsTest {

    @Inject
    TestRecords records;

    @Inject
    LedgerTable ledger;

    @Inject
    Session session;

    @Inject
    Apps apps;

    @Inject
    Notices notices;

    @Inject
    Findings findings;

    @Inject
    Orders orders;

    @Inject
    Revisions revisions;

    @Inject
    Standings standings;

    @Test
    void derivingTheBundledDataAnewChangesNothing() {
        long before = ledger.current();
        int[] count = new int[1];
        long after = records.run(() -> {
            List<Notice> all = notices.list("revision <= ?1", loaded());
            for (Notice notice : all) {
                List<Finding> rows = findings.list("notice = ?1 and revision <= ?2", notice.id, loaded());
                orders.settle(notice.id, rows.stream().map(row -> row.app).collect(Collectors.toSet()));
                revisions.drain();
            }
            List<App> known = apps.list("revision <= ?1", loaded());
            standings.derive(known.stream().map(app -> app.id).toList());
            count[0] = known.size();
        });
        assertThat(count[0]).isGreaterThan(300);
        assertThat(after).as("%s", ledger.lines(after)).isEqualTo(before);
    }

    private long loaded() {
        return ((Number) session.createNativeQuery("select max(revision) from revision where actor = 'data-set'", Object.class)
                .getSingleResult()).longValue();
    }
}
