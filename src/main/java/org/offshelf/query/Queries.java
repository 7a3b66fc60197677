package org.offshelf.query;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Runs statements; how they read, now or in the past, is up to the reading they run in. */
@ApplicationScoped
class Queries {

    private final Session session;

    Queries(Session session) {
        this.session = session;
    }

    /** @param sql of at least two columns: of a single one the values would come bare */
    List<Object[]> rows(Sql sql) {
        NativeQuery<Object[]> query = session.createNativeQuery(sql.text(), Object[].class);
        for (int i = 0; i < sql.values().size(); i++) {
            query.setParameter(i + 1, sql.values().get(i));
        }
        return query.getResultList();
    }
}
