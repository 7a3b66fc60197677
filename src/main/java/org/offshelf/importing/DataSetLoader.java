package org.offshelf.importing;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.offshelf.database.Transactions;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.Revisions;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Loads the data set at start: each file once, in one revision, which also notes that it was loaded. A start that was killed
 * half-way goes on where it stopped. A file whose content changed after it was loaded is left alone: by then the record is the
 * curators'.
 */
@ApplicationScoped
class DataSetLoader {

    private static final String ACTOR = "data-set";

    private final DataSetConfig config;
    private final Revisions revisions;
    private final Session session;
    private final DataSetWriter writer;
    private final LoadedDataSet loadedDataSet;

    DataSetLoader(DataSetConfig config, Revisions revisions, Session session, DataSetWriter writer,
            LoadedDataSet loadedDataSet) {
        this.config = config;
        this.revisions = revisions;
        this.session = session;
        this.writer = writer;
        this.loadedDataSet = loadedDataSet;
    }

    /** A damaged data set ends the start; its faults stand on standard error, where no log format hides them. */
    void atStart(@Observes StartupEvent event) {
        if (!config.load()) {
            return;
        }
        try {
            DataSetReader reader = new DataSetReader(
                    config.folder().map(DataSetReader.Location::folder).orElseGet(DataSetReader.Location::bundled));
            Entries.Manifest manifest = reader.manifest();
            if (!isLoaded(reader, manifest)) {
                load(reader.read());
            }
            loadedDataSet.is(manifest);
        } catch (DataSetException damaged) {
            System.err.println(damaged.getMessage());
            throw damaged;
        }
    }

    /** Without reading what the files say, which would take longer than all else a start does. */
    boolean isLoaded(DataSetReader reader, Entries.Manifest manifest) {
        Map<String, String> loaded = Transactions.call(this::loaded);
        manifest.files().forEach(name -> warnIfChanged(name, reader.sha256(name), loaded.get(name)));
        return loaded.keySet().containsAll(manifest.files());
    }

    private Map<String, String> loaded() {
        return session.createNativeQuery("select name, sha256 from loaded_file", Tuple.class).getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class)));
    }

    private static void warnIfChanged(String name, String sha256, String loaded) {
        if (loaded != null && !loaded.equals(sha256)) {
            Log.warnf("%s has changed since it was loaded; it is not loaded again", name);
        }
    }

    /** @return how many files were loaded that had not been before */
    int load(DataSet dataSet) {
        SourceKeys keys = new SourceKeys(dataSet.contents(Entries.Sources.class).stream()
                .flatMap(sources -> sources.sources().stream()).toList());
        int loaded = 0;
        for (DataSet.File file : dataSet.files()) {
            Author author = new Author(ACTOR, Author.SYSTEM, Cause.SOURCE,
                    dataSet.manifest().name() + " " + dataSet.manifest().version() + ": " + file.name());
            boolean isNew = revisions.write(author, () -> {
                if (isLoaded(file)) {
                    return false;
                }
                writer.write(file.content(), keys);
                note(file);
                return true;
            }).result();
            loaded += isNew ? 1 : 0;
        }
        if (loaded > 0) {
            Log.infof("Loaded %d files of the data set %s %s", loaded, dataSet.manifest().name(),
                    dataSet.manifest().version());
        }
        return loaded;
    }

    private boolean isLoaded(DataSet.File file) {
        return !session.createNativeQuery("select 1 from loaded_file where name = ?1", Integer.class)
                .setParameter(1, file.name()).getResultList().isEmpty();
    }

    private void note(DataSet.File file) {
        session.createNativeMutationQuery("insert into loaded_file (name, sha256) values (?1, ?2)")
                .setParameter(1, file.name()).setParameter(2, file.sha256()).executeUpdate();
    }
}
