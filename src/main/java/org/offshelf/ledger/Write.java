package org.offshelf.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The revision being written by this thread, and the records it has touched, in the order of their first touch. */
final class Write implements AutoCloseable {

    private static final ThreadLocal<Write> CURRENT = new ThreadLocal<>();

    private final long revision;
    private final Author author;
    private final Map<RegistryRecord, Touched> touched = new LinkedHashMap<>();
    private int lines;

    private Write(long revision, Author author) {
        this.revision = revision;
        this.author = author;
    }

    static Write begin(long revision, Author author) {
        requireNone();
        Write write = new Write(revision, author);
        CURRENT.set(write);
        return write;
    }

    /** Every write of a record goes through {@link Revisions#write}; one that does not is a bug and fails here. */
    static Write current() {
        Write write = CURRENT.get();
        if (write == null) {
            throw new IllegalStateException("Records are written through Revisions.write only");
        }
        return write;
    }

    /** A write within a write would wait for the lock that its own thread holds. */
    static void requireNone() {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("A revision is already being written by this thread");
        }
    }

    long revision() {
        return revision;
    }

    Author author() {
        return author;
    }

    /** Whether the ledger has lines of it. */
    boolean isInLedger() {
        return lines > 0;
    }

    void created(RegistryRecord written) {
        touched.putIfAbsent(written, new Touched(true, Map.of()));
    }

    /** Keeps the value an attribute had when this write first touched it; later values do not replace it. */
    void changed(RegistryRecord written, String attribute, Object value) {
        Touched how = touched.computeIfAbsent(written, any -> new Touched(false, new LinkedHashMap<>()));
        if (!how.isNew() && !how.before().containsKey(attribute)) {
            how.before().put(attribute, value);
        }
    }

    /**
     * Hands over the lines of what was touched since the last time, and forgets it. There is one for every record whose row was
     * written: its row carries this revision even if all its fields are as before.
     */
    List<Change> take(Attributes attributes) {
        List<Change> changes = new ArrayList<>(touched.size());
        touched.forEach((written, how) -> {
            String fields = how.isNew() ? attributes.all(written) : attributes.differences(written, how.before());
            changes.add(new Change(++lines, written.type(), written.id, how.op(written), fields));
        });
        touched.clear();
        return changes;
    }

    @Override
    public void close() {
        CURRENT.remove();
    }

    /** @param before values nobody changes: Hibernate's own copies */
    private record Touched(boolean isNew, Map<String, Object> before) {

        Op op(RegistryRecord now) {
            if (isNew) {
                return Op.CREATE;
            }
            return Op.between((Standing) before.getOrDefault("standing", now.standing), now.standing);
        }
    }
}
