package org.offshelf.query;

import java.io.IOException;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.commons.codec.digest.DigestUtils;
import org.offshelf.ledger.Secrets;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes cursors that are opaque and tamper-evident, and reads them back. */
@ApplicationScoped
class Cursors {

    private static final int SIGNATURE_BYTES = 16;
    private static final String SECRET = "cursor";

    private final ObjectMapper json;
    private final Secrets secrets;

    Cursors(ObjectMapper json, Secrets secrets) {
        this.json = json;
        this.secrets = secrets;
    }

    /** @param identity of the query */
    /** Before the first page, whose reading already holds a connection. */
    void atStart(@Observes StartupEvent event) {
        secrets.get(SECRET);
    }

    String next(String identity, long revision, LocalDate today, long count, List<Object> lastKeys) {
        List<String> after = new ArrayList<>();
        lastKeys.forEach(key -> after.add(key == null ? null : key.toString()));
        try {
            byte[] content = json.writeValueAsBytes(new Cursor(hash(identity), revision, today, count, after));
            byte[] signed = Arrays.copyOf(content, content.length + SIGNATURE_BYTES);
            System.arraycopy(signature(content), 0, signed, content.length, SIGNATURE_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return empty if the text is no cursor of ours */
    Optional<Cursor> read(String text) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(text);
            if (signed.length <= SIGNATURE_BYTES) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOf(signed, signed.length - SIGNATURE_BYTES);
            byte[] signature = Arrays.copyOfRange(signed, content.length, signed.length);
            if (!MessageDigest.isEqual(signature, signature(content))) {
                return Optional.empty();
            }
            return Optional.of(json.readValue(content, Cursor.class));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    boolean belongsTo(Cursor cursor, String identity) {
        return cursor.query().equals(hash(identity));
    }

    static Object key(SortKey key, String text) {
        if (text == null) {
            return null;
        }
        return switch (key.field().type()) {
            case DATE -> LocalDate.parse(text);
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            default -> text;
        };
    }

    private static String hash(String identity) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(DigestUtils.sha256(identity), 9));
    }

    private byte[] signature(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.get(SECRET), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
