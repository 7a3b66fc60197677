package org.offshelf.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The revision being written by this thread, and the records it has touched so far, in the order of their first touch. */
final class Write implements AutoCloseable {

    private static final ThreadLocal<Write> CURRENT = new ThreadLocal<>();

    private final long revision;
    private final Map<RegistryRecord, Touched> touched = new LinkedHashMap<>();

    private Write(long revision) {
        this.revision = revision;
    }

    static Write begin(long revision) {
        requireNone();
        Write write = new Write(revision);
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

    void created(RegistryRecord written) {
        touched.putIfAbsent(written, new Touched(true, new LinkedHashMap<>()));
    }

    /** Keeps the value an attribute had before this write; later values of the same write do not replace it. */
    void changed(RegistryRecord written, String attribute, Object before) {
        touched.computeIfAbsent(written, any -> new Touched(false, new LinkedHashMap<>())).before()
                .putIfAbsent(attribute, Values.toJson(before));
    }

    /** One for every record whose row was written: its row carries this revision even if all its fields are as before. */
    List<Change> changes(Attributes attributes) {
        List<Change> changes = new ArrayList<>(touched.size());
        touched.forEach((written, how) -> {
            ObjectNode fields = how.isNew() ? attributes.all(written) : attributes.differences(written, how.before());
            changes.add(new Change(changes.size() + 1, written.type(), written.id, how.op(written), fields));
        });
        return changes;
    }

    @Override
    public void close() {
        CURRENT.remove();
    }

    private record Touched(boolean isNew, Map<String, com.fasterxml.jackson.databind.JsonNode> before) {

        Op op(RegistryRecord now) {
            if (isNew) {
                return Op.CREATE;
            }
            var standing = before.get("standing");
            return Op.between(standing == null ? now.standing : Coded.of(Standing.class, standing.textValue()), now.standing);
        }
    }
}
