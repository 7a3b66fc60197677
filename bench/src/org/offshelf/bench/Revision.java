package org.offshelf.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.offshelf.bench.RecordType.State;
import org.offshelf.finding.Finding;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.RegistryRecord;

/** One revision: what it makes of records, as rows, texts and lines of the ledger. */
final class Revision {

    static final TableColumns REVISIONS = TableColumns.of("revision", "revision", "at", "actor", "actor_role", "cause",
            "reason");
    static final TableColumns CHANGES = TableColumns.of("revision_change", "revision", "seq", "record_type", "record_id", "op",
            "fields");
    /** No revision writes the record again. */
    static final long NEVER = 0;

    /** The order in which they are read before they are written, each type by id. */
    private static final List<String> TYPES = List.of("operator", "app", "listing", "finding");
    private static final Comparator<Change> AS_READ = Comparator
            .comparing((Change change) -> TYPES.indexOf(change.record().type())).thenComparing(change -> change.record().id);

    private final long number;
    private final Clock clock;
    private final RecordTypes types;
    private final Tables tables;
    private final Texts texts;
    /** The ledger has what is new first, then what changed in a row of its own, then what changed in collections alone. */
    private final List<Change> created = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();
    private final List<Change> grown = new ArrayList<>();

    private record Change(RegistryRecord record, String op, String fields) {
    }

    Revision(long number, Clock clock, RecordTypes types, Tables tables, Texts texts) {
        this.number = number;
        this.clock = clock;
        this.types = types;
        this.tables = tables;
        this.texts = texts;
    }

    /** @param until the revision that writes the record again */
    void create(RegistryRecord record, long until) {
        RecordType type = types.of(record);
        created.add(new Change(record, "create", type.created(type.state(record))));
        rows(type, record, null, until);
        texts.of(record, type, (field, text, weight) -> {
            Line line = period(new Line().add(record.type()).add(record.id).add(field).add(text).add(weight), NEVER);
            if (record instanceof Finding) {
                tables.addAtOnce(Texts.RECORDS.table(), line);
            } else {
                tables.add(Texts.RECORDS.table(), line);
            }
        });
    }

    void change(RegistryRecord before, RegistryRecord after, long until) {
        RecordType type = types.of(after);
        State was = type.state(before);
        State is = type.state(after);
        (type.isRowChanged(was, is) ? changed : grown).add(new Change(after, "update", type.changed(was, is)));
        rows(type, after, was, until);
    }

    private void rows(RecordType type, RegistryRecord record, State before, long until) {
        record.revision = number;
        tables.add(type.table, period(type.row(record), until));
        type.elements(record, before, (table, line) -> tables.add(table, period(line, NEVER)));
    }

    private Line period(Line line, long until) {
        return line.add(clock.start(number)).add(until == NEVER ? clock.end() : clock.start(until));
    }

    void end(Author author) {
        tables.add(REVISIONS.table(), new Line().add(number).add(clock.at(number)).add(author.actor()).add(author.role())
                .add(author.cause()).add(author.reason()));
        changed.sort(AS_READ);
        grown.sort(AS_READ);
        int line = 0;
        for (List<Change> changes : List.of(created, changed, grown)) {
            for (Change change : changes) {
                tables.add(CHANGES.table(), new Line().add(number).add(++line).add(change.record().type())
                        .add(change.record().id).add(change.op()).add(change.fields()));
            }
        }
    }
}
