package org.offshelf.importing.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.importing.Known;
import org.offshelf.importing.Plan;
import org.offshelf.importing.PlannedRow;
import org.offshelf.importing.RowOutcome;
import org.offshelf.importing.reading.RejectedRow;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Keeps the report's rows, which are too many to be one answer. */
@ApplicationScoped
class RowStore {

    private static final int CHUNK = 250;

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
            List<ReportRow> chunk = new ArrayList<>(CHUNK);
            int number = 0;
            for (PlannedRow row : plan.rows()) {
                number = row.number();
                add(connection, id, chunk, ReportRow.of(row, known));
            }
            for (RejectedRow row : rejected) {
                add(connection, id, chunk, rejected(++number, row));
            }
            insert(connection, id, chunk);
        });
    }

    private void add(Connection connection, String id, List<ReportRow> chunk, ReportRow row) throws SQLException {
        chunk.add(row);
        if (chunk.size() == CHUNK) {
            insert(connection, id, chunk);
            chunk.clear();
        }
    }

    /** One statement for many rows: each by itself would take a round trip. */
    private void insert(Connection connection, String id, List<ReportRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection
                .prepareStatement("insert into import_row (import_id, number, outcome, difference, content) values "
                        + String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?, ?, ?)")))) {
            int column = 1;
            for (ReportRow row : rows) {
                insert.setString(column++, id);
                insert.setInt(column++, row.row());
                insert.setString(column++, row.outcome());
                insert.setString(column++, row.difference());
                insert.setString(column++, json.write(row));
            }
            insert.executeUpdate();
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
    List<String> rows(String id, String outcome, String difference, int after, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> new ArrayList<>(session.createNativeQuery("select content from"
                + " import_row where import_id = ?1 and number > ?2 and (?3 is null or outcome = ?3) and (?4 is null or"
                + " difference = ?4) order by number limit " + limit, String.class).setParameter(1, id).setParameter(2, after)
                .setParameter(3, outcome, String.class).setParameter(4, difference, String.class).getResultList()));
    }

    int count(String id, String outcome, String difference) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery("select count(*) from import_row where"
                + " import_id = ?1 and (?2 is null or outcome = ?2) and (?3 is null or difference = ?3)", Long.class)
                .setParameter(1, id).setParameter(2, outcome, String.class).setParameter(3, difference, String.class)
                .getSingleResult().intValue());
    }
}
