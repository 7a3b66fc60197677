package org.offshelf.curating;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.correction.CorrectionState;

/** Remembers which account filed a request: for itself and its bound alone, never shown. To be used within a write. */
@ApplicationScoped
class Filers {

    private final Session session;

    Filers(Session session) {
        this.session = session;
    }

    void remember(String correction, String account) {
        session.createNativeMutationQuery("insert into correction_filer (correction_id, account) values (?1, ?2)")
                .setParameter(1, correction).setParameter(2, account).executeUpdate();
    }

    boolean isFiledBy(String correction, String account) {
        return !session.createNativeQuery(
                "select correction_id from correction_filer where correction_id = ?1 and account = ?2", String.class)
                .setParameter(1, correction).setParameter(2, account).getResultList().isEmpty();
    }

    long open(String account) {
        return count(account, "c.state = ?2 and c.standing = 'current'", CorrectionState.OPEN.code());
    }

    long filedOn(LocalDate day, String account) {
        return count(account, "c.filed = ?2", day);
    }

    private long count(String account, String condition, Object value) {
        return session.createNativeQuery("select count(*) from correction_filer f join correction c on c.id = f.correction_id"
                + " where f.account = ?1 and " + condition, Long.class)
                .setParameter(1, account).setParameter(2, value).getSingleResult();
    }
}
