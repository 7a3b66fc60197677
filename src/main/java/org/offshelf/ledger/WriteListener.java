package org.offshelf.ledger;

import java.util.Map;
import java.util.Set;

/**
 * Keeps something that follows from records: told of every revision when its records are written and its ledger lines are not
 * yet, so that what it writes belongs to the same transaction and the same instant.
 */
public interface WriteListener {

    /** @param ids of the records that changed, by type */
    void written(Map<String, Set<String>> ids);
}
