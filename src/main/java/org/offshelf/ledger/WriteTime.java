package org.offshelf.ledger;

import java.sql.Statement;
import java.time.LocalDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import io.quarkus.logging.Log;

/**
 * When the rows of a revision begin, whatever the clock of the database does: after the instant of the revision before, and not
 * after its own. All of them begin at one instant, which the session is told to take for the time. Nobody has to wait for a
 * clock that was set back, or for that of another node that has taken over; until it has caught up, revisions follow each other
 * by a microsecond.
 */
@ApplicationScoped
class WriteTime {

    private final Session session;

    WriteTime(Session session) {
        this.session = session;
    }

    /** @param last the instant of the revision before */
    void begin(LocalDateTime last) {
        // As a floating-point number the server cuts off the rest of a microsecond: half of one more makes up for that.
        session.createNativeMutationQuery(
                "set timestamp = greatest(unix_timestamp(sysdate(6)), unix_timestamp(?1) + 0.0000015)")
                .setParameter(1, last).executeUpdate();
        LocalDateTime begun = time("now(6)");
        if (!begun.isAfter(last)) {
            throw new IllegalStateException("The database does not let a session set its time: rows would begin at " + begun
                    + ", and the last revision is of " + last);
        }
    }

    /** @return the instant of the revision */
    LocalDateTime end() {
        return time("greatest(sysdate(6), now(6))");
    }

    /** The connection serves others next, to whom the time is what the clock says. Where it is lost there is nothing to do. */
    void reset() {
        try {
            session.doWork(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set timestamp = default");
                }
            });
        } catch (RuntimeException e) {
            Log.debug("The time of a session was not set back", e);
        }
    }

    private LocalDateTime time(String sql) {
        return (LocalDateTime) session.createNativeQuery("select " + sql, Object.class).getSingleResult();
    }
}
