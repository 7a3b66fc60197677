package org.offshelf.importing;

import java.util.List;
import java.util.Set;

import org.offshelf.finding.CategoryBasis;

/**
 * A row and what is to become of it.
 *
 * @param number its position among the rows that were read, from 1
 * @param reason in words
 * @param recognisedApp null for a row that is left out
 * @param recognisedOperator null when no developer is printed
 * @param app id, also of one that is about to be made
 * @param operator the same; null when it is not known
 * @param finding id; null as long as the notice has none
 * @param changes to the finding that is held
 */
public record PlannedRow(int number, RowFacts facts, RowOutcome outcome, String reason, Recognised recognisedApp,
        Recognised recognisedOperator, String app, String operator, String store, Set<String> categories,
        CategoryBasis categoryBasis, List<String> unclassified, String finding, int sequence, Difference difference,
        List<FieldChange> changes) {

    static PlannedRow rejected(int number, RowFacts facts, String reason) {
        return new PlannedRow(number, facts, RowOutcome.REJECTED, reason, null, null, null, null, null, Set.of(), null,
                List.of(),
                null, 0, null, List.of());
    }
}
