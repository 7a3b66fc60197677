package org.offshelf.ledger;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.database.Transactions;

/** Keys that all instances on one database share and that survive restarts: made by whoever needs one first. */
@ApplicationScoped
public class Secrets {

    private static final int BYTES = 32;

    private final Session session;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    Secrets(Session session) {
        this.session = session;
    }

    public byte[] get(String name) {
        return known.computeIfAbsent(name, this::load);
    }

    private byte[] load(String name) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return Transactions.call(() -> {
            session.createNativeMutationQuery("insert ignore into secret (name, value) values (?1, ?2)")
                    .setParameter(1, name).setParameter(2, fresh).executeUpdate();
            return (byte[]) session.createNativeQuery("select value from secret where name = ?1", Object.class)
                    .setParameter(1, name).getSingleResult();
        });
    }
}
