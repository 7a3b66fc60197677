package org.offshelf.query;

import java.time.LocalDate;

import org.offshelf.ledger.Reading;

/**
 * What the SQL of a field may depend on besides its row.
 *
 * @param today the day in Asia/Shanghai on which deadlines are judged
 * @param asOf the day up to which things have happened, see {@link DatedTables}; null for all that is known
 */
public record Context(Language language, LocalDate today, LocalDate asOf) {

    public Context(Language language, LocalDate today) {
        this(language, today, null);
    }

    public static Context of(Language language, Reading reading) {
        return new Context(language, reading.today(), reading.asOf());
    }
}
