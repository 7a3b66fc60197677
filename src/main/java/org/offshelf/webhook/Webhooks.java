package org.offshelf.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.changes.FollowedChanges;
import org.offshelf.database.Transactions;
import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Position;

/** All webhooks. Each is its account's alone: to others it does not exist. */
@ApplicationScoped
class Webhooks {

    private static final int LONGEST = 2000;
    private static final String COLUMNS = "select id, url, filter, state, created_at, position_revision, position_seq, delivered,"
            + " delivered_at, attempts, next_at, failing_since, last_status, last_error from webhook where account = ?1";
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Session session;
    private final FollowedChanges changes;
    private final Addresses addresses;
    private final WebhookConfig config;

    Webhooks(Session session, FollowedChanges changes, Addresses addresses, WebhookConfig config) {
        this.session = session;
        this.changes = changes;
        this.addresses = addresses;
        this.config = config;
    }

    Webhook add(String account, WebhookDraft draft) {
        String filter = draft.filter() == null ? "" : draft.filter();
        long current = changes.requireUnderstood(filter.length() > LONGEST ? "" : filter, faults(draft, filter));
        byte[] secret = Signature.newSecret();
        String id = newId();
        Transactions.run(() -> {
            if (all(account, "").size() >= config.perAccount()) {
                throw ProblemException.of(ProblemType.CONFLICT, "An account has at most " + config.perAccount()
                        + " webhooks. Delete one first.");
            }
            session.createNativeMutationQuery("insert into webhook (id, account, url, filter, secret, state, created_at,"
                    + " position_revision, position_seq, attempts, next_at, delivered) values (?1, ?2, ?3, ?4, ?5, 'active',"
                    + " sysdate(6), ?6, " + Position.END + ", 0, sysdate(6), 0)").setParameter(1, id).setParameter(2, account)
                    .setParameter(3, draft.url()).setParameter(4, filter).setParameter(5, secret).setParameter(6, current)
                    .executeUpdate();
        });
        return get(account, id, Signature.shown(secret));
    }

    List<Webhook> all(String account) {
        return Transactions.call(() -> all(account, " order by created_at, id").stream()
                .map(row -> webhook(row, null)).toList());
    }

    Webhook get(String account, String id) {
        return get(account, id, null);
    }

    private Webhook get(String account, String id, String secret) {
        return Transactions.call(() -> all(account, " and id = ?2", id).stream()
                .map(row -> webhook(row, secret)).findFirst().orElseThrow(() -> unknown(id)));
    }

    void delete(String account, String id) {
        change("delete from webhook where account = ?1 and id = ?2", account, id);
    }

    /** Goes on where it stopped, at once. */
    Webhook activate(String account, String id) {
        change("update webhook set state = 'active', attempts = 0, failing_since = null, next_at = sysdate(6)"
                + " where account = ?1 and id = ?2", account, id);
        return get(account, id);
    }

    private void change(String sql, String account, String id) {
        int changed = Transactions.call(() -> session.createNativeMutationQuery(sql).setParameter(1, account)
                .setParameter(2, id).executeUpdate());
        if (changed == 0) {
            throw unknown(id);
        }
    }

    private List<Object[]> all(String account, String rest, Object... values) {
        var query = session.createNativeQuery(COLUMNS + rest, Object[].class).setParameter(1, account);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 2, values[i]);
        }
        return query.getResultList();
    }

    private List<Fault> faults(WebhookDraft draft, String filter) {
        List<Fault> faults = new ArrayList<>();
        if (draft.url() == null) {
            faults.add(Fault.missing("/url").inBody());
        } else {
            String wrong = wrong(draft.url());
            if (wrong != null) {
                faults.add(Fault.invalidValue("/url", draft.url(), wrong).inBody());
            }
        }
        if (filter.length() > LONGEST) {
            faults.add(Fault.invalidValue("/filter", null, "At most " + LONGEST + " characters.").inBody());
        }
        return faults;
    }

    private String wrong(String text) {
        try {
            URI url = new URI(text);
            boolean isSecure = "https".equals(url.getScheme());
            if (!isSecure && !(config.allowPrivate() && "http".equals(url.getScheme())) || url.getHost() == null
                    || url.getUserInfo() != null || url.getFragment() != null || text.length() > LONGEST) {
                return "An https address with a host, without user and fragment, of at most " + LONGEST + " characters.";
            }
            addresses.of(url);
            return null;
        } catch (URISyntaxException e) {
            return "An address, such as https://hooks.example/offshelf.";
        } catch (UnknownHostException e) {
            return e.getMessage();
        }
    }

    private static Webhook webhook(Object[] row, String secret) {
        int attempts = ((Number) row[9]).intValue();
        return new Webhook((String) row[0], (String) row[1], (String) row[2], (String) row[3], instant(row[4]),
                new Position(((Number) row[5]).longValue(), ((Number) row[6]).intValue()).toString(),
                ((Number) row[7]).longValue(), instant(row[8]), attempts,
                attempts == 0 || row[3].equals("disabled") ? null : instant(row[10]), instant(row[11]),
                row[12] == null ? null : ((Number) row[12]).intValue(), (String) row[13], secret);
    }

    private static Instant instant(Object at) {
        return at == null ? null : ((LocalDateTime) at).toInstant(ZoneOffset.UTC);
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "You have no webhook `" + id + "`."));
    }

    private static String newId() {
        StringBuilder id = new StringBuilder("hook-");
        new SecureRandom().ints(12, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
        return id.toString();
    }
}
