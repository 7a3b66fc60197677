package org.offshelf.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.hibernate.Session;
import org.offshelf.database.Transactions;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Counts the requests that were refused, by hour, status, account and address. In memory first, so that an attacker neither
 * fills the disk nor keeps the database busy; every few seconds the counts are added to those of all instances.
 */
@ApplicationScoped
class Refusals {

    static final int MOST_LINES_AN_HOUR = 200;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int LONGEST_NAME = 200;

    private final Session session;
    private final Clock clock;
    private final Object writing = new Object();
    private Map<Key, Count> counts = new HashMap<>();
    private final Set<Key> seen = new HashSet<>();
    private LocalDateTime hour = LocalDateTime.MIN;

    Refusals(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** @param account that was named; null if none was */
    synchronized void add(int status, String account, String address, String method, String path) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        LocalDateTime current = now.truncatedTo(ChronoUnit.HOURS);
        if (!current.equals(hour)) {
            hour = current;
            seen.clear();
        }
        Key key = new Key(hour, status, account == null || account.length() > LONGEST_NAME ? "" : account, address);
        if (!seen.contains(key) && seen.size() >= MOST_LINES_AN_HOUR) {
            key = new Key(hour, status, "", "");
        } else {
            seen.add(key);
        }
        merge(key, new Count(1, now, method, path));
    }

    private void merge(Key key, Count count) {
        counts.merge(key, count, Count::plus);
    }

    private synchronized Map<Key, Count> take() {
        Map<Key, Count> taken = counts;
        counts = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Map<Key, Count> taken) {
        taken.forEach(this::merge);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        // Whoever calls waits for what is being written already.
        synchronized (writing) {
            Map<Key, Count> taken = take();
            try {
                if (!taken.isEmpty()) {
                    Transactions.run(() -> write(taken));
                }
            } catch (RuntimeException e) {
                putBack(taken);
                Log.warn("Could not write down how many requests were refused; trying again", e);
            }
        }
    }

    void atEnd(@Observes ShutdownEvent event) {
        write();
    }

    private void write(Map<Key, Count> taken) {
        Set<String> known = known(taken.keySet());
        Map<Key, Count> lines = new HashMap<>();
        // People type their password where the name belongs: only names that are some are written down.
        taken.forEach((key, count) -> lines.merge(key.isToken() || known.contains(key.account()) ? key : key.nameless(), count,
                Count::plus));
        // In one order, so that instances do not wait for each other in a circle.
        lines.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(line -> write(line.getKey(), line.getValue()));
        session.createNativeMutationQuery("delete from refusal where hour < ?1")
                .setParameter(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minus(KEPT)).executeUpdate();
    }

    private void write(Key key, Count count) {
        session.createNativeMutationQuery("""
                insert into refusal (hour, status, account, address, count, last_at, method, path)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                on duplicate key update count = count + value(count), method = value(method), path = value(path),
                last_at = greatest(last_at, value(last_at))""")
                .setParameter(1, key.hour()).setParameter(2, key.status()).setParameter(3, key.account())
                .setParameter(4, key.address()).setParameter(5, count.number()).setParameter(6, count.last())
                .setParameter(7, count.method()).setParameter(8, count.path()).executeUpdate();
    }

    private Set<String> known(Set<Key> keys) {
        List<String> names = keys.stream().map(Key::account).filter(name -> !name.isEmpty()).distinct().toList();
        return names.isEmpty() ? Set.of()
                : new HashSet<>(session.createSelectionQuery("select name from Account where name in (?1)", String.class)
                        .setParameterList(1, names).getResultList());
    }

    /** Newest first, with one more than the page holds if there are more. */
    List<Refusal> lines(AuditQuery query) {
        write();
        return Transactions.call(() -> session.createNativeQuery("""
                select id, hour, status, account, address, count, last_at, method, path from refusal
                where id < ?1 and (?2 is null or account = ?2) order by id desc limit ?3""", Object[].class)
                .setParameter(1, query.before()).setParameter(2, query.account(), String.class)
                .setParameter(3, query.limit() + 1).getResultList().stream().map(Refusal::of).toList());
    }

    private record Key(LocalDateTime hour, int status, String account, String address) implements Comparable<Key> {

        /** Such a name was vouched for by its issuer. */
        boolean isToken() {
            return status == 403 && account.contains("@");
        }

        Key nameless() {
            return new Key(hour, status, "", address);
        }

        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    private record Count(long number, LocalDateTime last, String method, String path) {

        Count plus(Count later) {
            return new Count(number + later.number, later.last, later.method, later.path);
        }
    }
}
