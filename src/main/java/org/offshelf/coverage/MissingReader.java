package org.offshelf.coverage;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.offshelf.coverage.Missing.Tally;
import org.offshelf.ledger.Coded;
import org.offshelf.ledger.Reading;
import org.offshelf.query.CoverageState;
import org.offshelf.query.DatedTables;

/** Reads what is missing. To be used within a reading. */
@ApplicationScoped
class MissingReader {

    private static final String YEARS = "select r.regulator_id, g.level, r.year, r.state, r.held_notices, r.missing_notices,"
            + " r.missing_rows from coverage r join regulator g on g.id = r.regulator_id";

    private static final String JOINT = """
            select j.regulators, j.y, j.declared_count - j.held from (
              select (select group_concat(nr.regulator_id) from notice_regulator nr where nr.notice_id = n.id) as regulators,
                     coalesce(year(n.published), n.batch_year) as y, n.declared_count,
                     (select count(*) from finding f where f.notice_id = n.id and f.standing = 'current') as held
                from (select m.notice_id from notice_regulator m group by m.notice_id having count(*) > 1) m
                join notice n on n.id = m.notice_id
               where n.standing = 'current' and n.declared_count is not null) j
             where j.held < j.declared_count""";

    /** Of the notices together: declared rows that are missing; whether one lacks some; whether one may; rows; notices held. */
    private static final String NOTICES = """
            select coalesce(sum(greatest(h.declared - h.held, 0)), 0), coalesce(max(h.held < h.declared), 0),
                   coalesce(max(h.is_open), 0), coalesce(sum(h.held), 0), count(*)
              from (select coalesce(n.declared_count, 0) as declared,
                           n.declared_count is null and n.kind in ('violation-notice', 'removal-order') as is_open,
                           (select count(*) from finding f where f.notice_id = n.id and f.standing = 'current') as held
                      from notice n where n.standing = 'current' and n.id in (?1)) h""";

    private final Session session;
    private final DatedTables dated;

    MissingReader(Session session, DatedTables dated) {
        this.session = session;
        this.dated = dated;
    }

    Missing all(Reading reading) {
        List<Missing.Year> years = query(YEARS, reading).getResultList().stream()
                .map(row -> new Missing.Year((String) row[0], (String) row[1], year(row[2]),
                        Coded.of(CoverageState.class, (String) row[3]), number(row[4]), number(row[5]), number(row[6])))
                .toList();
        List<Missing.Joint> joint = query(JOINT, reading).getResultList().stream()
                .map(row -> new Missing.Joint(Set.of(((String) row[0]).split(",")), year(row[1]), number(row[2]))).toList();
        return new Missing(years, joint);
    }

    /** What these notices lack. One that was retracted, or not published yet on the day asked for, is not held. */
    Tally of(Set<String> notices, Reading reading) {
        Object[] row = query(NOTICES, reading).setParameterList(1, notices).getSingleResult();
        CoverageState state;
        long held = number(row[4]);
        if (held < notices.size()) {
            state = held == 0 ? CoverageState.NONE : CoverageState.PARTIAL;
        } else if (number(row[3]) == 0 && (number(row[1]) > 0 || number(row[2]) > 0)) {
            state = CoverageState.NONE;
        } else if (number(row[1]) > 0) {
            state = CoverageState.PARTIAL;
        } else {
            state = number(row[2]) > 0 ? CoverageState.UNKNOWN : CoverageState.COMPLETE;
        }
        return new Tally(state, 0, number(row[0]));
    }

    private NativeQuery<Object[]> query(String sql, Reading reading) {
        return session.createNativeQuery(dated.over(sql, reading.asOf()), Object[].class);
    }

    private static Integer year(Object value) {
        return value == null ? null : ((Number) value).intValue();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
