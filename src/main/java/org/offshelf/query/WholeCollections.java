package org.offshelf.query;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.query.format.Line;
import org.offshelf.query.format.Table;

/** All that a collection holds at one revision, in the order of the ids, for those who keep it as files. */
@ApplicationScoped
public class WholeCollections {

    private static final int BATCH = 1000;

    private final Readings readings;
    private final RowReader rows;
    private final Queries queries;

    WholeCollections(Readings readings, RowReader rows, Queries queries) {
        this.readings = readings;
        this.rows = rows;
        this.queries = queries;
    }

    /** The current records: the rows of {@code /v1/{collection}?sort=id} at the revision. */
    public Table current(CollectionSchema schema, Reading reading) {
        ListQuery query = ListQuery.whole(schema).limitedTo(ListQuery.UNLIMITED);
        return new Table(schema.name(), RowLine.columns(query), readings
                .at(reading, same -> new Walk(readings, rows, query, reading)).orElseThrow());
    }

    /** The records that were retracted or merged; each says which, why, and what came after it. */
    public Table retired(CollectionSchema schema, Reading reading) {
        return new Table(schema.name(), RowLine.columns(ListQuery.whole(schema)), new RetiredWalk(schema, reading));
    }

    private final class RetiredWalk implements Iterator<List<Line>> {

        private final ListQuery query;
        private final Reading reading;
        private String after = "";
        private boolean isOver;

        private RetiredWalk(CollectionSchema schema, Reading reading) {
            this.query = ListQuery.whole(schema);
            this.reading = reading;
        }

        @Override
        public boolean hasNext() {
            return !isOver;
        }

        @Override
        public List<Line> next() {
            if (isOver) {
                throw new NoSuchElementException();
            }
            return readings.at(reading, same -> read()).orElseThrow();
        }

        private List<Line> read() {
            Context context = Context.of(query.language(), reading);
            Set<String> ids = new LinkedHashSet<>();
            queries.rows(new Sql().add("select r.id, r.standing from ").add(query.schema().table())
                    .add(" r where r.standing <> 'current' and r.id > ").bind(after).add(" order by r.id limit ").bind(BATCH),
                    context)
                    .forEach(row -> ids.add((String) row[0]));
            Map<String, RowReader.Found> found = rows.byId(query, context, ids);
            ids.forEach(id -> after = id);
            isOver = ids.size() < BATCH;
            return ids.stream().<Line> map(id -> new RowLine(query, found.get(id).row())).toList();
        }
    }
}
