package org.offshelf.importing;

import java.util.Set;

/**
 * What somebody decided about a row; what is null or empty is taken as it would be without.
 *
 * @param app an id, or {@link #NEW}
 * @param operator an id, or {@link #NEW}
 * @param categories in place of those of the problem
 * @param skip whether to leave the row out
 */
public record RowDecision(String app, String operator, String store, Set<String> categories, boolean skip, String reason) {

    public static final String NEW = "new";
    public static final RowDecision NONE = new RowDecision(null, null, null, Set.of(), false, null);

    static RowDecision categories(Set<String> categories) {
        return new RowDecision(null, null, null, categories, false, null);
    }
}
