package org.offshelf.importing;

import java.util.List;
import java.util.Map;

/**
 * What is to be written of a notice, each record once.
 *
 * @param held what the registry holds of it
 * @param rows those of the document, then those that are held and not in it
 * @param noticeChanges what it says of itself that is held otherwise
 * @param operators by id, as are apps and listings
 * @param escalated earlier findings that a removal order enforces, with the source that says so
 */
public record Plan(NoticeFacts notice, Held held, List<PlannedRow> rows, List<FieldChange> noticeChanges,
        Map<String, PlannedOperator> operators, Map<String, PlannedApp> apps, Map<String, PlannedListing> listings,
        Map<String, String> escalated) {

    public boolean isNew() {
        return held.notice() == null;
    }

    /** Whether the registry holds all of it already. */
    public boolean isHeld() {
        return !isNew() && noticeChanges.isEmpty() && rows.stream()
                .allMatch(row -> row.difference() == null || row.difference() == Difference.UNCHANGED);
    }

    /** Whether what is held was wrong, rather than incomplete. */
    public boolean isCorrection() {
        return noticeChanges.stream().anyMatch(change -> change.held() != null)
                || rows.stream().anyMatch(row -> row.difference() == Difference.REMOVED
                        || row.changes().stream().anyMatch(change -> change.held() != null));
    }

    public long count(Difference difference) {
        return rows.stream().filter(row -> row.difference() == difference).count();
    }

    public int newApps() {
        return (int) apps.values().stream().filter(app -> app.app.isNew()).count();
    }

    public int touchedApps() {
        return apps.size() - newApps();
    }

    public int newOperators() {
        return (int) operators.values().stream().filter(operator -> operator.isNew).count();
    }

    public int touchedOperators() {
        return operators.size() - newOperators();
    }
}
