package org.offshelf.query;

import java.util.List;

/**
 * How the records of a list divide by one dimension.
 *
 * @param missing how many have no value
 * @param isTruncated whether there are more values than these, the most frequent
 */
record Facet(Dimension dimension, List<Value> values, long missing, boolean isTruncated) {

    /** @param label the value's name, or the value itself where it has none */
    record Value(Object key, String label, long count) {
    }
}
