package org.offshelf.query;

import java.util.List;

/** A filter with the values asked for, already read as what its field holds. */
record Criterion(Filter filter, List<Object> values) {
}
