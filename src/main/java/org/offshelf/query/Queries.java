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
            if (sql.values().get(i) instanceof Sql.Groups groups) {
                query.setParameterList(i + 1, members(groups));
            } else if (sql.values().get(i) instanceof Sql.Many many) {
                query.setParameterList(i + 1, many.values());
            } else {
                query.setParameter(i + 1, sql.values().get(i));
            }
        }
        return query.getResultList();
    }

    private List<String> members(Sql.Groups groups) {
        return session
                .createNativeQuery("select id from " + groups.table() + " where id in (?1) or parent_id in (?1) order by id",
                        String.class)
                .setParameterList(1, groups.ids()).getResultList();
    }
}
