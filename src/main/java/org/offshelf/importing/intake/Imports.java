package org.offshelf.importing.intake;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.exception.ConstraintViolationException;
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
    private final IntakeJson json;
    private final SecureRandom random = new SecureRandom();

    Imports(ImportStore store, RowStore rows, ImportWorker worker, Pruning pruning, Readings readings, KnownReader known,
            IntakeConfig config, IntakeJson json) {
        this.store = store;
        this.rows = rows;
        this.worker = worker;
        this.pruning = pruning;
        this.readings = readings;
        this.known = known;
        this.config = config;
        this.json = json;
    }

    /**
     * @param key of the request, under which it makes one import however often it is sent
     * @return the id of the import
     */
    String take(Upload upload, HintParser.Asked asked, Author author, Optional<String> key) {
        Optional<RequestKey> request = key.map(given -> RequestKey.of(author.actor(), given, upload, json.write(asked.hints()),
                asked.dryRun()));
        String id = request.map(RequestKey::id).orElseGet(this::id);
        if (request.isEmpty() || !isTaken(request.get())) {
            if (store.count(ImportState.QUEUED) >= config.waiting()) {
                throw ProblemException.unavailable("Too many documents wait for their turn. Please try again later.", 30);
            }
            pruning.makeRoom(upload.bytes().length);
            create(id, upload, asked, author, request);
            worker.wake();
        }
        return id;
    }

    private void create(String id, Upload upload, HintParser.Asked asked, Author author, Optional<RequestKey> request) {
        try {
            store.create(id, asked.dryRun(), author, asked.hints(), upload, request.map(RequestKey::hash).orElse(null));
        } catch (ConstraintViolationException e) {
            // The same request at the same time may have been faster.
            if (request.isEmpty() || !isTaken(request.get())) {
                throw e;
            }
        }
    }

    private boolean isTaken(RequestKey request) {
        Optional<String> before = store.fingerprint(request.id());
        before.filter(hash -> !hash.equals(request.hash())).ifPresent(another -> {
            throw ProblemException.of(ProblemType.UNPROCESSABLE, "The Idempotency-Key was used for another document, or for"
                    + " this one with other parameters. Make up a new key for each request. Nothing was changed.");
        });
        return before.isPresent();
    }

    ImportRecord apply(String id, List<Decision> decisions, Author author, int wait) {
        ImportRecord planned = get(id);
        if (planned.state() == ImportState.APPLIED || planned.state() == ImportState.UNCHANGED) {
            if (!decisions.isEmpty() && !decisions.equals(planned.decisions())) {
                throw ProblemException.of(ProblemType.CONFLICT, "The import is `" + planned.state().code()
                        + "` without these decisions. Correct its findings instead.");
            }
            return planned;
        }
        if (isAskedFor(planned, decisions)) {
            // The same was asked before, and its answer may have been lost
            return awaitEnd(id, wait);
        }
        if (!decisions.isEmpty()) {
            readings.current(reading -> {
                DecisionCheck.check(decisions, known.read(DecisionCheck.named(decisions)), planned.progress().total());
                return null;
            });
        }
        if (!store.apply(id, author, decisions)) {
            ImportRecord now = get(id);
            if (isAskedFor(now, decisions)) {
                // At the same time, by who was faster
                return awaitEnd(id, wait);
            }
            throw ProblemException.of(ProblemType.CONFLICT, "The import is `" + now.state().code()
                    + "`; only one that is `planned`, or `failed` when it was to be applied, can be.");
        }
        worker.wake();
        return awaitEnd(id, wait);
    }

    /** Whether exactly this is under way, or done. */
    private static boolean isAskedFor(ImportRecord one, List<Decision> decisions) {
        boolean isDone = one.state() == ImportState.APPLIED || one.state() == ImportState.UNCHANGED;
        return (isDone || one.state().isUnderWay() && !one.dryRun()) && one.decisions().equals(decisions);
    }

    ImportRecord get(String id) {
        return find(id).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no import `" + id
                + "`. Those that were not applied are kept for " + config.keptFor().toDays() + " days."));
    }

    Optional<ImportRecord> find(String id) {
        return store.find(id);
    }

    /** @return as many as fit into an answer with its report */
    List<ReportRow> rows(String id, int limit) {
        return rows.rows(id, null, null, 0, limit);
    }

    /** Waits for the end; other instances may work on it too, so the database is asked. */
    ImportRecord awaitEnd(String id, int seconds) {
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
        StringBuilder id = new StringBuilder(RequestKey.PREFIX);
        for (int i = 0; i < LENGTH; i++) {
            id.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return id.toString();
    }
}
