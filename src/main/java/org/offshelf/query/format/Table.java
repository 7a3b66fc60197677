package org.offshelf.query.format;

import java.util.Iterator;
import java.util.List;

/**
 * Rows to be sent whole.
 *
 * @param batches the rows, read while they are written, so that no more than one batch is ever in memory
 */
public record Table(String name, List<Column> columns, Iterator<List<Line>> batches) {
}
