package org.offshelf.ledger;

import java.util.Set;

/**
 * Which records of one type a write changed.
 *
 * @param created those of them that were not there before
 */
public record WrittenIds(Set<String> all, Set<String> created) {
}
