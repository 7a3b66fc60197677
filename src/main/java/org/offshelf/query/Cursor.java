package org.offshelf.query;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a walk through a list goes on.
 *
 * @param query a hash of what the walk asks for; a cursor of another query is refused
 * @param revision the revision of the first page, which all later pages read too
 * @param today the day of the first page, by which deadlines are judged throughout
 * @param count the number of records of the whole walk
 * @param after the sort keys of the last record seen
 */
record Cursor(String query, long revision, LocalDate today, long count, List<String> after) {
}
