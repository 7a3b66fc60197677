package org.offshelf.ledger;

import java.util.Map;

/**
 * Keeps something that follows from records: told when records are written and their ledger lines are not yet, so that what it
 * writes belongs to the same transaction. A large revision is told in several parts, as it is drained.
 */
public interface WriteListener {

    /**
     * @param ids by type
     * @param isPart whether the write is drained here and goes on
     */
    void written(Map<String, WrittenIds> ids, boolean isPart);
}
