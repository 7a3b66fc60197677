package org.offshelf.query;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.format.Line;

/**
 * A whole list at one revision, batch by batch. Each is read when the one before has been written, in a transaction of its own
 * that is over before the client gets a byte of it: however slowly a client reads, and whenever it goes away, it holds neither
 * a connection nor an old snapshot of the database.
 */
final class Walk implements Iterator<List<Line>> {

    private static final int BATCH = 1000;

    private final Readings readings;
    private final RowReader rows;
    private final ListQuery query;
    private final Reading reading;
    private RowReader.Page page;
    private int left;
    private boolean isTaken;

    /** Reads the first batch at once, within the reading that checked the request. */
    Walk(Readings readings, RowReader rows, ListQuery query, Reading reading) {
        this.readings = readings;
        this.rows = rows;
        this.query = query;
        this.reading = reading;
        this.left = query.limit();
        this.page = first(reading);
    }

    @Override
    public boolean hasNext() {
        return !isTaken || left > 0 && page.lastKeys() != null;
    }

    @Override
    public List<Line> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (isTaken) {
            page = readings.at(reading, this::following).orElseThrow();
        }
        isTaken = true;
        left -= page.rows().size();
        return page.rows().stream().<Line> map(row -> new RowLine(query, row)).toList();
    }

    /** Counts what a filter finds before more than one batch of it, if how the next ones are found depends on that. */
    private RowReader.Page first(Reading at) {
        Context context = Context.of(query.language(), at);
        if (left > BATCH && !query.criteria().isEmpty() && rows.isFoundByCount(query, context)) {
            return rows.first(batch(), context);
        }
        return rows.page(batch(), context, null, query.criteria().isEmpty() ? Long.MAX_VALUE : 0);
    }

    private RowReader.Page following(Reading at) {
        return rows.page(batch(), Context.of(query.language(), at), page.lastKeys(), page.count());
    }

    private ListQuery batch() {
        return query.limitedTo(Math.min(BATCH, left));
    }
}
