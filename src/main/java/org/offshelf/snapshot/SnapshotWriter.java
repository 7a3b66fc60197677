package org.offshelf.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.offshelf.catalogue.Catalogue;
import org.offshelf.ledger.Reading;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Licence;
import org.offshelf.query.WholeCollections;
import org.offshelf.query.format.Format;
import org.offshelf.query.format.Line;
import org.offshelf.query.format.Output;
import org.offshelf.query.format.Table;

/** Writes a snapshot into a folder: one revision, batch by batch, so that its size does not matter. */
@ApplicationScoped
class SnapshotWriter {

    private final WholeCollections collections;
    private final Guard guard;
    private final Clock clock;
    private final String software;

    SnapshotWriter(WholeCollections collections, Guard guard, Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String software) {
        this.collections = collections;
        this.guard = guard;
        this.clock = clock;
        this.software = software;
    }

    /**
     * @param before told the name of each file before it is begun; what it throws ends the work
     * @throws Guard.Refused if too much is gone, and no override says why
     */
    void write(Order order, Optional<SnapshotFolder.Published> previous, Path folder, Consumer<String> before)
            throws IOException {
        FileWriter files = new FileWriter(order.revision(), folder, before);
        List<Manifest.Part> parts = new ArrayList<>();
        Guard.Judgement judgement = guard.judge();
        for (CollectionSchema schema : Catalogue.COLLECTIONS) {
            parts.add(records(schema, order.reading(), previous, files, judgement));
        }
        if (previous.isPresent() && order.override() == null) {
            judgement.require(previous.get().manifest().revision());
        }
        for (CollectionSchema schema : Catalogue.COLLECTIONS) {
            tables(schema, order.reading(), files);
        }
        Manifest facts = manifest(order, previous, parts, files);
        Descriptions.write(facts, files);
        files.manifest(manifest(order, previous, parts, files));
    }

    private Manifest.Part records(CollectionSchema schema, Reading reading, Optional<SnapshotFolder.Published> previous,
            FileWriter files, Guard.Judgement judgement) throws IOException {
        FileEntry current = files.lines(schema.name(), Content.CURRENT, "ndjson",
                out -> write(collections.current(schema, reading), Format.NDJSON, out));
        FileEntry retired = files.lines(schema.name(), Content.RETIRED, "ndjson",
                out -> write(collections.retired(schema, reading), Format.NDJSON, out));
        Optional<Manifest.Part> earlier = previous.flatMap(
                published -> published.manifest().collections().stream().filter(part -> part.name().equals(schema.name()))
                        .findFirst());
        Manifest.Delta delta = null;
        if (earlier.isPresent()) {
            delta = difference(schema, previous.get(), files);
            judgement.count(schema, earlier.get().rows(), delta.gone());
        }
        return new Manifest.Part(schema.name(), current.rows(), retired.rows(), delta);
    }

    private static Manifest.Delta difference(CollectionSchema schema, SnapshotFolder.Published previous, FileWriter files)
            throws IOException {
        // Both are written in one go, and the second is put where the first one ends.
        Path retired = files.path(schema.name() + ".gone");
        Difference[] found = new Difference[1];
        files.lines(schema.name(), Content.CHANGED, "ndjson", current -> {
            try (RecordStream before = stream(previous.folder(), schema);
                    RecordStream now = stream(files.path(""), schema);
                    OutputStream gone = Files.newOutputStream(retired)) {
                found[0] = Difference.write(before, now, current, gone);
            }
            return found[0].writtenCurrent();
        });
        files.lines(schema.name(), Content.GONE, "ndjson", out -> {
            Files.copy(retired, out);
            return found[0].writtenRetired();
        });
        Files.delete(retired);
        return found[0].counts();
    }

    private static RecordStream stream(Path folder, CollectionSchema schema) throws IOException {
        return RecordStream.of(folder.resolve(schema.name() + Content.CURRENT.suffix() + ".ndjson.gz"),
                folder.resolve(schema.name() + Content.RETIRED.suffix() + ".ndjson.gz"));
    }

    private void tables(CollectionSchema schema, Reading reading, FileWriter files) throws IOException {
        files.lines(schema.name(), Content.CURRENT, "csv",
                out -> write(collections.current(schema, reading), Format.CSV, out));
        Map<String, String> notes = Map.of("revision", Long.toString(reading.revision()), "licence", Licence.NAME);
        files.parquet(schema.name(), Content.CURRENT,
                file -> ParquetTable.write(schema, collections.current(schema, reading), notes, file));
    }

    private static long write(Table table, Format format, OutputStream out) throws IOException {
        long[] rows = new long[1];
        Iterator<List<Line>> batches = table.batches();
        Iterator<List<Line>> counted = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return batches.hasNext();
            }

            @Override
            public List<Line> next() {
                List<Line> batch = batches.next();
                rows[0] += batch.size();
                return batch;
            }
        };
        new Output(format, false).write(new Table(table.name(), table.columns(), counted), out);
        return rows[0];
    }

    private Manifest manifest(Order order, Optional<SnapshotFolder.Published> previous, List<Manifest.Part> parts,
            FileWriter files) {
        return new Manifest(order.revision(), order.at(), order.reading().today(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                TableSchemas.VERSION, software, Licence.NAME,
                previous.map(one -> new Manifest.Previous(one.manifest().revision(), one.manifestSha256())).orElse(null),
                order.override(), parts, List.copyOf(files.files()));
    }
}
