package org.offshelf.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import javax.sql.DataSource;

/** Looks at the ledger's tables past all of the registry's own code. */
@ApplicationScoped
public class LedgerTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;

    LedgerTable(DataSource dataSource, TransactionSynchronizationRegistry transaction) {
        this.dataSource = dataSource;
        this.transaction = transaction;
    }

    public long current() {
        return ((Number) rows("select revision from revision_counter").get(0).get("revision")).longValue();
    }

    public String author(long revision) {
        Map<String, Object> row = rows("select actor, cause, reason from revision where revision = ?", revision).get(0);
        return row.get("actor") + " " + row.get("cause") + " " + row.get("reason");
    }

    /** Number, type, id, operation and fields (sorted, with single quotes for double ones) of each line of a revision. */
    public List<String> lines(long revision) {
        return rows("select * from revision_change where revision = ? order by seq", revision).stream()
                .map(row -> row.get("seq") + " " + line(row)).toList();
    }

    /** Revision, type, id, operation and fields of each line about a record. */
    List<String> linesOf(String type, String id) {
        return rows("select * from revision_change where record_type = ? and record_id = ? order by revision", type, id)
                .stream()
                .map(row -> row.get("revision") + " " + line(row)).toList();
    }

    private static String line(Map<String, Object> row) {
        return row.get("record_type") + " " + row.get("record_id") + " " + row.get("op") + " "
                + sorted(row.get("fields").toString()).replace('"', '\'');
    }

    private static String sorted(String fields) {
        try {
            return JSON.writeValueAsString(JSON.readValue(fields, TreeMap.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(fields, e);
        }
    }

    int mentions(String id) {
        return rows("select seq from revision_change where record_id = ?", id).size();
    }

    long revisionOf(String table, String id) {
        return ((Number) rows("select revision from " + table + " where id = ?", id).get(0).get("revision")).longValue();
    }

    /** What is wrong with the numbers and times of all revisions, as one statement sees them. */
    List<String> gaps() {
        List<String> wrong = new ArrayList<>();
        long expected = 0;
        LocalDateTime last = LocalDateTime.MIN;
        List<Map<String, Object>> all = rows("select r.revision, r.at, c.revision as counted, c.at as last_at"
                + " from revision r, revision_counter c order by r.revision");
        for (Map<String, Object> row : all) {
            LocalDateTime at = ((Timestamp) row.get("at")).toLocalDateTime();
            if (((Number) row.get("revision")).longValue() != ++expected || !at.isAfter(last)) {
                wrong.add(row.toString());
            }
            last = at;
        }
        if (!all.isEmpty() && (((Number) all.get(0).get("counted")).longValue() != expected
                || !((Timestamp) all.get(0).get("last_at")).toLocalDateTime().equals(last))) {
            wrong.add("counter " + all.get(0) + " after " + expected + " at " + last);
        }
        return wrong;
    }

    /** Runs the work while the last revision seems to have been made that much later than now. */
    /** Until the clock has caught up: others take it that nothing has been written in the future. */
    void withLastRevisionAhead(int milliseconds, Runnable work) {
        execute("update revision_counter set at = timestampadd(microsecond, ?, sysdate(6))", milliseconds * 1000L);
        try {
            work.run();
        } finally {
            execute("update revision_counter set at = (select max(at) from revision)");
            execute("do sleep((select greatest(0, timestampdiff(microsecond, sysdate(6), at) / 1e6) from revision_counter))");
        }
    }

    LocalDateTime at(long revision) {
        return ((Timestamp) rows("select at from revision where revision = ?", revision).get(0).get("at")).toLocalDateTime();
    }

    /** As a server says it to the transaction under way. */
    void signal(int error, String state) {
        execute("signal sqlstate '" + state + "' set mysql_errno = " + error + ", message_text = 'As asked'");
    }

    /** That of the transaction under way. */
    void killOwnConnection() {
        long id = ((Number) rows("select connection_id() as id").get(0).get("id")).longValue();
        QuarkusTransaction.suspendingExisting().run(() -> execute("kill " + id));
    }

    /** @param isCommitted whether right after it was done, or else right before */
    void killOwnConnectionAtCommit(boolean isCommitted) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                if (isCommitted) {
                    execute("commit");
                }
                killOwnConnection();
            }

            @Override
            public void afterCompletion(int status) {
                // Nothing is left to do.
            }
        });
    }

    /** @return each row by column */
    public List<Map<String, Object>> rows(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            return rows(query, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<Map<String, Object>> rows(PreparedStatement query, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            query.setObject(i + 1, parameters[i]);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void execute(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
