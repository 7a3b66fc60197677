package org.offshelf.importing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.offshelf.app.Fact;
import org.offshelf.app.Identifier;
import org.offshelf.ledger.Citation;

/** What is to be written of one app: everything the rows say about it, so that it is touched once. */
final class PlannedApp {

    final KnownApp app;
    /** Who runs it, where that was not known before. */
    String operator;
    final Set<Identifier> identifiers = new LinkedHashSet<>();
    final Set<Citation> citations = new LinkedHashSet<>();
    final List<Fact> facts = new ArrayList<>();
    /** Whether facts are taken from it, so that where it stands follows from those that are left. */
    boolean isUnsettled;

    PlannedApp(KnownApp app) {
        this.app = app;
    }
}
