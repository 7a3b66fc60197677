package org.offshelf.ledger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Reads the lines of the ledger in order, within a reading. A page is one range of the primary key, or of the index by record,
 * wherever it begins.
 */
@ApplicationScoped
public class ChangeLog {

    /** What the database's calendar holds. */
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final Session session;

    ChangeLog(Session session) {
        this.session = session;
    }

    /**
     * @param until the last line; the end of the last revision
     * @param limit at most so many lines
     */
    public List<ChangeLine> after(Position position, Position until, Selection selection, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select straight_join c.revision, c.seq, c.record_type, c.record_id, c.op,"
                + " r.cause, r.reason, r.actor_role, r.at, c.fields from revision_change c force index (")
                .append(selection.ids().isEmpty() ? "primary" : "revision_change_record_ix")
                .append(") join revision r on r.revision = c.revision where ");
        writeSelection(sql, values, selection);
        writeRange(sql, values, position, until);
        sql.append(" order by c.revision, c.seq limit ").append(limit);
        return query(sql, values).getResultList().stream().map(ChangeLog::line).toList();
    }

    /** @return the line that is so many lines further; the end of the last revision if there are fewer */
    public Position further(Position position, long until, int lines) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select c.revision, c.seq from revision_change c force index (primary) where ");
        writeRange(sql, values, position, Position.endOf(until));
        sql.append(" order by c.revision, c.seq limit 1 offset ").append(lines - 1);
        return query(sql, values).getResultList().stream()
                .map(row -> new Position(((Number) row[0]).longValue(), ((Number) row[1]).intValue())).findFirst()
                .orElse(Position.endOf(until));
    }

    /**
     * The last line of each record, newest first.
     *
     * @param before of the line before which to go on; null to begin
     * @param type of the records; null for all
     * @param since only of records changed after this revision
     * @param until as if nothing had been written after this revision
     */
    public List<ChangeLine> latest(Position before, String type, long since, long until, int limit) {
        Position end = before == null ? Position.endOf(until) : before;
        NativeQuery<Object[]> query = session
                .createNativeQuery("select straight_join c.revision, c.seq, c.record_type, c.record_id, c.op, r.cause,"
                        + " r.reason, r.actor_role, r.at, '{}' from revision_change c force index (primary) join revision r on"
                        + " r.revision = c.revision where c.revision > ?1 and (c.revision = ?2 and c.seq < ?3 or c.revision < ?2)"
                        + " and not exists (select 1 from revision_change l force index (revision_change_record_ix)"
                        + " where l.record_type = c.record_type and l.record_id = c.record_id and l.revision <= ?4"
                        + " and (l.revision > c.revision or l.revision = c.revision and l.seq > c.seq))"
                        + (type == null ? "" : " and c.record_type = ?5") + " order by c.revision desc, c.seq desc limit "
                        + limit, Object[].class)
                .setParameter(1, since).setParameter(2, end.revision()).setParameter(3, end.seq()).setParameter(4, until);
        if (type != null) {
            query.setParameter(5, type);
        }
        return query.getResultList().stream().map(ChangeLog::line).toList();
    }

    /** @return how many lines there are in that range */
    public long count(Position position, long until, Selection selection) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select count(*), 0 from revision_change c join revision r on r.revision ="
                + " c.revision where ");
        writeSelection(sql, values, selection);
        writeRange(sql, values, position, Position.endOf(until));
        return ((Number) query(sql, values).getSingleResult()[0]).longValue();
    }

    /** @return when the revision was made; the epoch if there is none yet */
    public Instant at(long revision) {
        return session.createNativeQuery("select at from revision where revision = ?1", Object.class).setParameter(1, revision)
                .getResultList().stream().map(at -> ((LocalDateTime) at).toInstant(ZoneOffset.UTC)).findFirst()
                .orElse(Instant.EPOCH);
    }

    /** @return the last revision made before the instant; 0 if there is none */
    public long lastBefore(Instant instant) {
        Instant asked = instant.isAfter(LATEST) ? LATEST : instant.isBefore(EARLIEST) ? EARLIEST : instant;
        return ((Number) session
                .createNativeQuery("select coalesce(max(revision), 0) from revision where at < ?1", Object.class)
                .setParameter(1, LocalDateTime.ofInstant(asked, ZoneOffset.UTC)).getSingleResult()).longValue();
    }

    private static void writeSelection(StringBuilder sql, List<Object> values, Selection selection) {
        if (!selection.ids().isEmpty()) {
            writeAmong(sql, values, "c.record_id", "in", selection.ids());
        }
        selection.among().forEach((column, some) -> writeAmong(sql, values, column.sql, "in", some));
        selection.notAmong().forEach((column, some) -> writeAmong(sql, values, column.sql, "not in", some));
    }

    private static void writeAmong(StringBuilder sql, List<Object> values, String column, String comparison,
            Collection<String> some) {
        sql.append(column).append(' ').append(comparison).append(" (").append("?, ".repeat(some.size() - 1)).append("?) and ");
        values.addAll(some);
    }

    private static void writeRange(StringBuilder sql, List<Object> values, Position position, Position until) {
        if (position.seq() == Position.END) {
            sql.append("c.revision > ?");
        } else {
            sql.append("(c.revision = ? and c.seq > ? or c.revision > ?)");
            values.addAll(List.of(position.revision(), position.seq()));
        }
        values.add(position.revision());
        if (until.seq() == Position.END) {
            sql.append(" and c.revision <= ?");
        } else {
            sql.append(" and (c.revision = ? and c.seq <= ? or c.revision < ?)");
            values.addAll(List.of(until.revision(), until.seq()));
        }
        values.add(until.revision());
    }

    private NativeQuery<Object[]> query(StringBuilder sql, List<Object> values) {
        NativeQuery<Object[]> query = session.createNativeQuery(sql.toString(), Object[].class);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    private static ChangeLine line(Object[] row) {
        return new ChangeLine(((Number) row[0]).longValue(), ((Number) row[1]).intValue(), (String) row[2], (String) row[3],
                (String) row[4], (String) row[5], (String) row[6], (String) row[7],
                ((LocalDateTime) row[8]).toInstant(ZoneOffset.UTC), row[9].toString());
    }
}
