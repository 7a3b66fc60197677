package org.offshelf.importing.intake;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.database.Transactions;
import org.offshelf.importing.Known;
import org.offshelf.importing.Plan;
import org.offshelf.importing.PlannedRow;
import org.offshelf.importing.RowOutcome;
import org.offshelf.importing.reading.RejectedRow;

/** Keeps the report's rows, which are too many to be one answer. */
@ApplicationScoped
class RowStore {

    /** Of about half a kilobyte each, see LedgerLines. */
    private static final int BATCH = 160;

    private final Session session;
    private final IntakeJson json;

    RowStore(Session session, IntakeJson json) {
        this.session = session;
        this.json = json;
    }

    /** In the transaction under way. */
    void replace(String id, Plan plan, List<RejectedRow> rejected, Known known) {
        session.doWork(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from import_row where import_id = ?")) {
                delete.setString(1, id);
                delete.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into import_row (import_id, number, outcome, difference, content) values (?, ?, ?, ?, ?)")) {
                int number = 0;
                for (PlannedRow row : plan.rows()) {
                    number = row.number();
                    add(insert, id, ReportRow.of(row, known));
                }
                for (RejectedRow row : rejected) {
                    add(insert, id, rejected(++number, row));
                }
                insert.executeBatch();
            }
        });
    }

    private void add(PreparedStatement insert, String id, ReportRow row) throws SQLException {
        insert.setString(1, id);
        insert.setInt(2, row.row());
        insert.setString(3, row.outcome());
        insert.setString(4, row.difference());
        insert.setString(5, json.writeBriefly(row));
        insert.addBatch();
        if (row.row() % BATCH == 0) {
            insert.executeBatch();
        }
    }

    private static ReportRow rejected(int number, RejectedRow row) {
        ReportRow.Printed printed = new ReportRow.Printed(null, row.text(), null, null, null, null, null, null, null, null,
                null);
        return new ReportRow(number, row.place(), RowOutcome.REJECTED.code(), row.reason(), printed, null, null, null,
                List.of(),
                null, List.of(), null, List.of(), null, null, List.of());
    }

    /**
     * @param outcome null for any
     * @param difference null for any
     * @param after the number of the row behind which to go on
     */
    List<ReportRow> rows(String id, String outcome, String difference, int after, int limit) {
        return Transactions.call(() -> session.createNativeQuery("select content from"
                + " import_row where import_id = ?1 and number > ?2 and (?3 is null or outcome = ?3) and (?4 is null or"
                + " difference = ?4) order by number limit " + limit, String.class).setParameter(1, id).setParameter(2, after)
                .setParameter(3, outcome, String.class).setParameter(4, difference, String.class).getResultList().stream()
                .map(content -> json.read(content, ReportRow.class)).toList());
    }

    int count(String id, String outcome, String difference) {
        return Transactions.call(() -> session.createNativeQuery("select count(*) from import_row where"
                + " import_id = ?1 and (?2 is null or outcome = ?2) and (?3 is null or difference = ?3)", Long.class)
                .setParameter(1, id).setParameter(2, outcome, String.class).setParameter(3, difference, String.class)
                .getSingleResult().intValue());
    }
}
