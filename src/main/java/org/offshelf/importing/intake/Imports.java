package org.offshelf.importing.intake;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.KnownReader;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Readings;

/** Takes documents in and has them done. */
@ApplicationScoped
class Imports {

    private static final String CHARACTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 12;
    private static final int FIRST_LOOK = 20;
    private static final int LAST_LOOK = 500;

    private final ImportStore store;
    private final RowStore rows;
    private final ImportWorker worker;
    private final Pruning pruning;
    private final Readings readings;
    private final KnownReader known;
    private final IntakeConfig config;
    private final SecureRandom random = new SecureRandom();

    Imports(ImportStore store, RowStore rows, ImportWorker worker, Pruning pruning, Readings readings, KnownReader known,
            IntakeConfig config) {
        this.store = store;
        this.rows = rows;
        this.worker = worker;
        this.pruning = pruning;
        this.readings = readings;
        this.known = known;
        this.config = config;
    }

    ImportRecord take(Upload upload, HintParser.Asked asked, Author author) {
        if (store.count(ImportState.QUEUED) >= config.waiting()) {
            throw ProblemException
                    .of(ProblemType.UNAVAILABLE, "Too many documents wait for their turn. Please try again later.")
                    .withHeader("Retry-After", "30");
        }
        pruning.makeRoom(upload.bytes().length);
        String id = id();
        store.create(id, asked.dryRun(), author, asked.hints(), upload);
        worker.wake();
        return awaitEnd(id, asked.seconds());
    }

    ImportRecord apply(String id, List<Decision> decisions, Author author, int wait) {
        ImportRecord planned = get(id);
        if (planned.state() == ImportState.APPLIED || planned.state() == ImportState.UNCHANGED) {
            return planned;
        }
        readings.current(reading -> {
            DecisionCheck.check(decisions, known.read(), planned.progress().total(), ProblemType.UNPROCESSABLE);
            return null;
        });
        if (!store.apply(id, author, decisions)) {
            throw ProblemException.of(ProblemType.CONFLICT, "The import is `" + get(id).state().code()
                    + "`; only one that is `planned` can be applied.");
        }
        worker.wake();
        return awaitEnd(id, wait);
    }

    ImportRecord get(String id) {
        return find(id).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no import `" + id
                + "`. Those that were not applied are kept for " + config.keptFor().toDays() + " days."));
    }

    Optional<ImportRecord> find(String id) {
        return store.find(id);
    }

    /** @return as many as fit into an answer with its report */
    List<String> rows(String id, int limit) {
        return rows.rows(id, null, null, 0, limit);
    }

    /** Waits for the end; other instances may work on it too, so the database is asked. */
    private ImportRecord awaitEnd(String id, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int pause = FIRST_LOOK;
        ImportRecord record = get(id);
        while (record.state().isUnderWay() && System.nanoTime() < end) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return record;
            }
            pause = Math.min(LAST_LOOK, pause * 3 / 2);
            record = get(id);
        }
        return record;
    }

    private String id() {
        StringBuilder id = new StringBuilder("imp-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return id.toString();
    }
}
