package org.offshelf.importing;

import java.util.LinkedHashSet;
import java.util.Set;

import org.offshelf.ledger.Citation;

/** What is to be written of one company. */
final class PlannedOperator {

    final KnownOperator operator;
    final boolean isNew;
    final Set<Citation> citations = new LinkedHashSet<>();

    PlannedOperator(KnownOperator operator, boolean isNew) {
        this.operator = operator;
        this.isNew = isNew;
    }
}
