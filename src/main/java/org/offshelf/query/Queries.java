package org.offshelf.query;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Runs statements. At which revision they read is up to the reading they run in; up to which day, to their context.
 */
@ApplicationScoped
class Queries {

    private final Session session;
    private final DatedTables dated;

    Queries(Session session, DatedTables dated) {
        this.session = session;
        this.dated = dated;
    }

    /** @param sql of at least two columns: of a single one the values would come bare */
    List<Object[]> rows(Sql sql, Context context) {
        NativeQuery<Object[]> query = session.createNativeQuery(dated.over(sql.text(), context.asOf()), Object[].class);
        for (int i = 0; i < sql.values().size(); i++) {
            query.setParameter(i + 1, sql.values().get(i));
        }
        return query.getResultList();
    }
}
