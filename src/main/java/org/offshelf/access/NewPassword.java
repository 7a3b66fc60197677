package org.offshelf.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.offshelf.http.Fault;

/** What a password must be to be hard to guess. It is repeated in no message. */
final class NewPassword {

    static final int SHORTEST = 12;
    /** Bcrypt looks no further. */
    static final int MOST_BYTES = 72;
    private static final int FEWEST_DIFFERENT = 6;

    private NewPassword() {
    }

    static void check(String field, String password, String account, List<Fault> faults) {
        if (password == null || password.isEmpty()) {
            faults.add(Fault.missing(field));
        } else if (password.codePointCount(0, password.length()) < SHORTEST) {
            faults.add(Fault.invalidValue(field, null, "A password has at least " + SHORTEST + " characters."));
        } else if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            faults.add(Fault.invalidValue(field, null, "A password has at most " + MOST_BYTES + " bytes."));
        } else if (password.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(Fault.invalidValue(field, null, "A password has no control characters."));
        } else if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            faults.add(Fault.invalidValue(field, null,
                    "A password has at least " + FEWEST_DIFFERENT + " different characters."));
        } else if (account != null && !account.isEmpty()
                && password.toLowerCase(Locale.ROOT).contains(account.toLowerCase(Locale.ROOT))) {
            faults.add(Fault.invalidValue(field, null, "A password does not contain the account's name."));
        }
    }
}
