package org.offshelf.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.offshelf.http.Fault;

/**
 * What an account may be called. Neither {@code @}, which all names of token holders have, nor the names under which the
 * registry writes by itself: in the ledger nobody passes for somebody else.
 */
final class AccountNames {

    static final String PATTERN = "[a-z0-9][a-z0-9._-]{1,39}";
    private static final Pattern NAME = Pattern.compile(PATTERN);
    private static final Set<String> TAKEN = Set.of("data-set", "system", "registry", "offshelf");

    private AccountNames() {
    }

    static void check(String field, String name, List<Fault> faults) {
        if (name == null || name.isEmpty()) {
            faults.add(Fault.missing(field));
        } else if (!NAME.matcher(name).matches()) {
            faults.add(Fault.invalidValue(field, null,
                    "A name has 2 to 40 characters: a-z, 0-9, and after the first also `.`, `_` and `-`."));
        } else if (TAKEN.contains(name)) {
            faults.add(Fault.invalidValue(field, name, "The registry itself writes under this name."));
        }
    }
}
