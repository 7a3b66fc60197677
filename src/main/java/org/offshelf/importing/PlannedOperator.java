package org.offshelf.importing;

import java.util.Collection;
import java.util.List;

import org.offshelf.ledger.Citation;

/** What is to be written of one company. */
final class PlannedOperator {

    final KnownOperator operator;
    final boolean isNew;
    Collection<Citation> citations = List.of();

    PlannedOperator(KnownOperator operator, boolean isNew) {
        this.operator = operator;
        this.isNew = isNew;
    }
}
