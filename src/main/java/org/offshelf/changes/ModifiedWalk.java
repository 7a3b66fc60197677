package org.offshelf.changes;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.hibernate.Session;
import org.offshelf.catalogue.Catalogue;
import org.offshelf.ledger.ChangeLine;
import org.offshelf.ledger.ChangeLog;
import org.offshelf.ledger.Position;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.format.Column;
import org.offshelf.query.format.Line;

import com.fasterxml.jackson.core.JsonGenerator;

/** All records, those changed last first, at one revision, batch by batch. */
final class ModifiedWalk implements Iterator<List<Line>> {

    static final List<Column> COLUMNS = List.of(new Column("type", Column.Kind.TEXT), new Column("id", Column.Kind.TEXT),
            new Column("revision", Column.Kind.NUMBER), new Column("at", Column.Kind.TEXT),
            new Column("standing", Column.Kind.TEXT),
            new Column("url", Column.Kind.TEXT));

    private static final int BATCH = 1000;

    private final Readings readings;
    private final ChangeLog log;
    private final Session session;
    private final long since;
    private final Reading reading;
    private Position before;
    private boolean hasMore = true;

    ModifiedWalk(Readings readings, ChangeLog log, Session session, long since, Reading reading) {
        this.readings = readings;
        this.log = log;
        this.session = session;
        this.since = since;
        this.reading = reading;
    }

    @Override
    public boolean hasNext() {
        return hasMore;
    }

    @Override
    public List<Line> next() {
        return readings.at(reading.revision(), reading.today(), same -> {
            List<ChangeLine> lines = log.latest(before, null, since, reading.revision(), BATCH);
            Map<String, Map<String, String>> standings = lines.stream()
                    .collect(Collectors.groupingBy(ChangeLine::type, Collectors.mapping(ChangeLine::id, Collectors.toList())))
                    .entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, ids -> standings(ids.getKey(), ids.getValue())));
            // Last, because what fails before is done again
            hasMore = lines.size() == BATCH;
            before = lines.isEmpty() ? before : lines.get(lines.size() - 1).position();
            return lines.stream().<Line> map(line -> new Modified(line, standings.get(line.type()).get(line.id()))).toList();
        }).orElseThrow();
    }

    private Map<String, String> standings(String type, List<String> ids) {
        return session.createNativeQuery("select id, standing from " + Catalogue.ofType(type).table() + " where id in (?1)",
                Object[].class).setParameterList(1, ids).getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private record Modified(ChangeLine line, String standing) implements Line {

        @Override
        public void writeTo(JsonGenerator json) {
            throw new IllegalStateException("There is no JSON of it");
        }

        @Override
        public List<Object> cells() {
            CollectionSchema collection = Catalogue.ofType(line.type());
            return List.of(collection.name(), line.id(), BigDecimal.valueOf(line.revision()), line.at().toString(), standing,
                    Catalogue.path(collection) + '/' + line.id());
        }
    }
}
