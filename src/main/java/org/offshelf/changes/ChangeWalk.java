package org.offshelf.changes;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.offshelf.ledger.Position;
import org.offshelf.query.format.Line;

/** A whole part of the ledger, batch by batch; each is read when the one before has been written. */
final class ChangeWalk implements Iterator<List<Line>> {

    private static final int BATCH = 1000;

    private final ChangeReader reader;
    private final ChangeFilter filter;
    private final long until;
    private Position position;
    private long left;
    private boolean hasMore = true;

    ChangeWalk(ChangeReader reader, ChangeRequest request, ChangeRange range) {
        this.reader = reader;
        this.filter = request.filter();
        this.until = range.until();
        this.position = range.since();
        this.left = request.limit() == null ? Long.MAX_VALUE : request.limit();
    }

    @Override
    public boolean hasNext() {
        return hasMore && left > 0;
    }

    @Override
    public List<Line> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Slice slice = reader.read(filter, position, until, (int) Math.min(BATCH, left));
        position = slice.end();
        hasMore = slice.hasMore();
        left -= slice.lines().size();
        return slice.lines().stream().<Line> map(Change::new).toList();
    }
}
