package org.offshelf.writing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Committed;

/** Remembers by its key what a request came to. All of it happens within the write, where one request waits for another. */
@ApplicationScoped
class IdempotencyKeys {

    /** A day is what clients can count on; nobody is cut off at the minute. */
    private static final int KEPT_HOURS = 48;

    private final Session session;

    IdempotencyKeys(Session session) {
        this.session = session;
    }

    /** @return what the request came to when it was first sent */
    Optional<Committed<Outcome>> find(Fingerprint request) {
        return session.createNativeQuery("select fingerprint, status, location, revision, notes from idempotency_key"
                + " where account = ?1 and request_key = ?2", Object[].class)
                .setParameter(1, request.account()).setParameter(2, request.key()).getResultList().stream().findFirst()
                .map(row -> {
                    if (!row[0].equals(request.hash())) {
                        throw ProblemException.of(ProblemType.UNPROCESSABLE, "The Idempotency-Key `" + request.key()
                                + "` was used for another request. Make up a new key for each request. Nothing was changed.");
                    }
                    List<String> notes = ((String) row[4]).lines().toList();
                    return new Committed<>(new Outcome(((Number) row[1]).intValue(), (String) row[2], notes),
                            ((Number) row[3]).longValue());
                });
    }

    void remember(Fingerprint request, Committed<Outcome> what) {
        session.createNativeMutationQuery(
                "delete from idempotency_key where used < utc_timestamp(6) - interval " + KEPT_HOURS + " hour").executeUpdate();
        session.createNativeMutationQuery("insert into idempotency_key"
                + " (account, request_key, fingerprint, status, location, revision, notes, used)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, utc_timestamp(6))")
                .setParameter(1, request.account()).setParameter(2, request.key()).setParameter(3, request.hash())
                .setParameter(4, what.result().status()).setParameter(5, what.result().location())
                .setParameter(6, what.revision())
                .setParameter(7, String.join("\n", what.result().notes())).executeUpdate();
    }
}
