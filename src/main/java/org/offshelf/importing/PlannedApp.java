package org.offshelf.importing;

import java.util.Collection;
import java.util.List;

import org.offshelf.app.Fact;
import org.offshelf.app.Identifier;
import org.offshelf.ledger.Citation;

/** What is to be written of one app: everything the rows say about it, so that it is touched once. */
final class PlannedApp {

    final KnownApp app;
    /** Who runs it, where that was not known before. */
    String operator;
    Collection<Identifier> identifiers = List.of();
    Collection<Citation> citations = List.of();
    Collection<Fact> facts = List.of();
    /** Whether facts are taken from it, so that where it stands follows from those that are left. */
    boolean isUnsettled;

    PlannedApp(KnownApp app) {
        this.app = app;
    }

    void says(Fact fact) {
        facts = Few.with(facts, fact);
    }
}
