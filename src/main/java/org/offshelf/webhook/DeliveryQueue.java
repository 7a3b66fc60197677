package org.offshelf.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.database.Transactions;
import org.offshelf.ledger.Position;

/**
 * Hands out what is to be delivered, each to one instance at a time, by the database's clock. An instance that dies loses its
 * claim, and another delivers the same again; one that has lost its claim changes nothing any more.
 */
@ApplicationScoped
class DeliveryQueue {

    private static final int LONGEST_ERROR = 300;

    private final Session session;
    private final WebhookConfig config;

    DeliveryQueue(Session session, WebhookConfig config) {
        this.session = session;
        this.config = config;
    }

    Optional<Delivery> claim() {
        return Transactions.call(() -> session.createNativeQuery("select w.id, w.url, w.filter, w.secret,"
                + " w.position_revision, w.position_seq, coalesce(w.until_revision, c.revision), w.attempts from webhook w,"
                + " (select revision from revision_counter where id = 1) c where w.state = 'active' and w.next_at <= sysdate(6)"
                + " and (w.lease_until is null or w.lease_until < sysdate(6)) and (w.position_revision < c.revision"
                + " or w.position_revision = c.revision and w.position_seq < " + Position.END + ")"
                // Those of a closed account rest until it is opened again. Accounts of a provider are none of ours to close.
                + " and not exists (select * from account a where a.name = w.account and a.closed_at is not null)"
                + " order by w.next_at, w.id limit 1 for update skip locked", Object[].class).getResultList().stream()
                .map(this::claimed).findFirst());
    }

    private Delivery claimed(Object[] row) {
        Delivery delivery = new Delivery((String) row[0], URI.create((String) row[1]), (String) row[2], (byte[]) row[3],
                new Position(((Number) row[4]).longValue(), ((Number) row[5]).intValue()), ((Number) row[6]).longValue(),
                ((Number) row[7]).intValue(), UUID.randomUUID().toString());
        session.createNativeMutationQuery("update webhook set claimed_by = ?2, until_revision = ?3, lease_until ="
                + " timestampadd(microsecond, ?4, sysdate(6)) where id = ?1").setParameter(1, delivery.id())
                .setParameter(2, delivery.claim()).setParameter(3, delivery.until())
                .setParameter(4, micros(config.lease())).executeUpdate();
        return delivery;
    }

    /** @param status null where there was nothing to send */
    void delivered(Delivery delivery, Position end, Integer status) {
        update(delivery, "position_revision = ?3, position_seq = ?4, until_revision = null, attempts = 0, next_at = sysdate(6)"
                + (status == null ? ""
                        : ", failing_since = null, last_error = null, delivered = delivered + 1,"
                                + " delivered_at = sysdate(6), last_status = " + status),
                end.revision(), end.seq());
    }

    /**
     * @param status null if there was no answer
     * @param isFinal whether not to try again
     */
    void failed(Delivery delivery, Integer status, String error, Duration wait, boolean isFinal) {
        update(delivery, "attempts = attempts + 1, last_error = ?3, next_at = timestampadd(microsecond, ?4, sysdate(6)),"
                + " last_status = " + status + ", failing_since = coalesce(failing_since, sysdate(6)), state = if(" + isFinal
                + " or failing_since < timestampadd(microsecond, -" + micros(config.giveUpAfter())
                + ", sysdate(6)), 'disabled',"
                + " state)", error.substring(0, Math.min(LONGEST_ERROR, error.length())), micros(wait));
    }

    private void update(Delivery delivery, String change, Object first, Object second) {
        Transactions.run(() -> session.createNativeMutationQuery("update webhook set " + change
                + ", claimed_by = null, lease_until = null where id = ?1 and claimed_by = ?2").setParameter(1, delivery.id())
                .setParameter(2, delivery.claim()).setParameter(3, first).setParameter(4, second).executeUpdate());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
