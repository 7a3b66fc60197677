package org.offshelf.query;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

import org.offshelf.query.format.Line;

/** All groups of an aggregate, batch by batch; see {@link Walk} for why. */
final class GroupWalk implements Iterator<List<Line>> {

    /** Large, since each batch is counted anew. */
    static final int BATCH = 20_000;

    private final LongFunction<List<Line>> read;
    private final long count;
    private List<Line> first;
    private long offset;

    /**
     * @param read reads the batch from the offset
     * @param first the first batch
     * @param count the number of groups to show
     */
    GroupWalk(LongFunction<List<Line>> read, List<Line> first, long count) {
        this.read = read;
        this.first = first;
        this.count = count;
    }

    @Override
    public boolean hasNext() {
        return first != null || offset < count;
    }

    @Override
    public List<Line> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Line> batch = first != null ? first : read.apply(offset);
        first = null;
        offset += BATCH;
        return batch;
    }
}
