package org.offshelf.query;

import java.time.LocalDate;

/**
 * What the SQL of a field may depend on besides its row.
 *
 * @param today the day in Asia/Shanghai on which deadlines are judged
 */
public record Context(Language language, LocalDate today) {
}
