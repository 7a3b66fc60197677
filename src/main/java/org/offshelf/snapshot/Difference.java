package org.offshelf.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Compares two snapshots of a collection record by record, as they are in the files, and not by the ledger: so it also has what
 * changed without being written, such as a finding that is overdue since its deadline passed. Whoever takes the rows of
 * {@code changed} and {@code gone} for those of the same id, has the later one.
 */
final class Difference {

    private long created;
    private long changed;
    private long gone;
    private long writtenCurrent;
    private long writtenRetired;

    private Difference() {
    }

    static Difference write(RecordStream before, RecordStream now, OutputStream current, OutputStream retired)
            throws IOException {
        Difference difference = new Difference();
        RecordStream.Entry old = before.next();
        for (RecordStream.Entry one = now.next(); one != null || old != null;) {
            int order = RecordStream.compare(old, one);
            if (order < 0) {
                throw new IOException("The record " + old.id() + " of the snapshot before is not in the registry any more");
            }
            difference.compare(order == 0 ? old : null, one, one.isCurrent() ? current : retired);
            old = order == 0 ? before.next() : old;
            one = now.next();
        }
        return difference;
    }

    /** @param old null if there was none */
    private void compare(RecordStream.Entry old, RecordStream.Entry now, OutputStream out) throws IOException {
        if (old != null && old.isCurrent() == now.isCurrent() && old.line().equals(now.line())) {
            return;
        }
        out.write(now.line().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        if (now.isCurrent()) {
            writtenCurrent++;
        } else {
            writtenRetired++;
        }
        if (old == null) {
            created += now.isCurrent() ? 1 : 0;
        } else if (now.isCurrent()) {
            changed++;
        } else if (old.isCurrent()) {
            gone++;
        }
    }

    long writtenCurrent() {
        return writtenCurrent;
    }

    long writtenRetired() {
        return writtenRetired;
    }

    Manifest.Delta counts() {
        return new Manifest.Delta(created, changed, gone);
    }
}
