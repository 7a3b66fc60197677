package org.offshelf.changes;

import org.offshelf.ledger.Selection;
import org.offshelf.query.RecordFilter;

/**
 * Which changes are meant.
 *
 * @param records the changes must be to records that this lists; null for all
 * @param identity the same for filters that mean the same
 */
record ChangeFilter(Selection selection, RecordFilter records, String identity) {

    static final ChangeFilter ALL = new ChangeFilter(Selection.ALL, null, "");
}
