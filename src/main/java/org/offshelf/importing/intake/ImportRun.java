package org.offshelf.importing.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.database.Transactions;
import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.Plan;
import org.offshelf.importing.PlanWriter;
import org.offshelf.importing.Planner;
import org.offshelf.importing.reading.Block;
import org.offshelf.importing.reading.Document;
import org.offshelf.importing.reading.DocumentReader;
import org.offshelf.importing.reading.DocumentRefused;
import org.offshelf.importing.reading.Limits;
import org.offshelf.importing.reading.NoticeReader;
import org.offshelf.importing.reading.ReadNotice;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.Readings;
import org.offshelf.ledger.Revisions;

/**
 * Does one import: reads the document, works out what it changes, and writes that where it is asked for. The end of the import
 * is written in the transaction of its revision, so it is done once or not at all.
 */
@ApplicationScoped
class ImportRun {

    private static final Limits LIMITS = Limits.defaults();
    private static final int MOST_LINES = 5_000;
    /** A large document meets many records, and they may have to come from disk. */
    private static final int SECONDS = 600;

    private final ImportStore store;
    private final JobQueue queue;
    private final RowStore rows;
    private final Surveyor surveyor;
    private final SourceKeeper sources;
    private final PlanWriter writer;
    private final Readings readings;
    private final Revisions revisions;
    private final IntakeJson json;

    ImportRun(ImportStore store, JobQueue queue, RowStore rows, Surveyor surveyor, SourceKeeper sources, PlanWriter writer,
            Readings readings, Revisions revisions, IntakeJson json) {
        this.store = store;
        this.queue = queue;
        this.rows = rows;
        this.surveyor = surveyor;
        this.sources = sources;
        this.writer = writer;
        this.readings = readings;
        this.revisions = revisions;
        this.json = json;
    }

    /** Ends it in whatever state it comes to; throws only what is no fault of the document or its sender. */
    void run(ImportRecord job) {
        try {
            Reading reading = read(job);
            Upload upload = reading.upload();
            Document document = reading.document();
            ReadNotice read = reading.notice();
            ProgressMeter meter = new ProgressMeter(queue, job.id(), read.rows().size());
            if (job.dryRun()) {
                look(job, job.decisions(), upload, document, read, meter, null);
            } else {
                queue.applying(job.id());
                applyOrLookAgain(job, upload, document, read, meter);
            }
        } catch (DocumentRefused refused) {
            end(job, RefusedDocuments.problem(refused));
        } catch (ProblemException problem) {
            end(job, problem.problem());
        } catch (OutOfMemoryError tooMuch) {
            end(job, Problem.of(ProblemType.PAYLOAD_TOO_LARGE,
                    "There is not memory enough for this document. Send its lists one by one."));
        }
    }

    /** What was planned once is still there to be decided anew. */
    private void end(ImportRecord job, Problem why) {
        queue.finishAlone(job.id(), job.report() == null ? ImportState.REFUSED : ImportState.PLANNED, ImportResult.of(why));
    }

    /** Lets go of the bytes and of the tables, which take several times the room of their rows. */
    private Reading read(ImportRecord job) {
        Upload upload = Upload.of(store.document(job.id()), job.fileName(), job.mediaType());
        Document whole = new DocumentReader(LIMITS).read(upload.bytes(), upload.mediaType(), upload.fileName());
        ReadNotice notice = NoticeReader.read(whole, job.hints().forReading(), LIMITS);
        List<Block> lines = whole.blocks().stream().filter(Block.Line.class::isInstance).limit(MOST_LINES).toList();
        return new Reading(upload.read(), new Document(whole.format(), whole.title(), whole.date(), lines, List.of()), notice);
    }

    /** @param why it has to be looked at again; null the first time */
    private void look(ImportRecord job, List<Decision> decisions, Upload upload, Document document, ReadNotice read,
            ProgressMeter meter, Problem why) {
        Situation situation = readings
                .current(SECONDS, reading -> surveyor.survey(read, document, job.hints(), decisions, upload));
        Plan plan = plan(situation, job, meter);
        ImportReport report = Reports.of(situation, plan, read, document, upload);
        Transactions.run(SECONDS, () -> {
            rows.replace(job.id(), plan, read.rejected(), situation.known());
            boolean isHeld = isHeld(situation, plan);
            queue.finish(job.id(), isHeld ? ImportState.UNCHANGED : ImportState.PLANNED,
                    new ImportResult(report, isHeld && job.decisions().isEmpty() ? null : why, plan.notice().id(), null));
        });
    }

    /** What nobody was shown is not done: then there is another report, to be looked at before. */
    private void applyOrLookAgain(ImportRecord job, Upload upload, Document document, ReadNotice read, ProgressMeter meter) {
        try {
            apply(job, upload, document, read, meter);
        } catch (Overtaken overtaken) {
            look(job, List.of(), upload, document, read, meter, Problem.of(ProblemType.CONFLICT,
                    "What the registry holds of this notice has changed since the report was made. Nothing was changed;"
                            + " the report is made anew. Look at it, and apply it with your decisions."));
        }
    }

    /** All of it again under the lock of the revision: what was planned may no longer be what the registry needs. */
    private void apply(ImportRecord job, Upload upload, Document document, ReadNotice read, ProgressMeter meter) {
        Applied[] applied = new Applied[1];
        // Whether it corrects something is only known under the lock, and the author is needed before
        Cause cause = cause(job, upload, document, read);
        Author author = json.because(job.author(), cause, reason(upload, job));
        revisions.write(author, () -> {
            Decided decided = decide(job, upload, document, read, meter);
            if (!decided.isHeld()) {
                String source = decided.source().id();
                sources.keep(decided.source());
                writer.write(decided.plan(), "Not in the version of the notice that " + source + " is.", meter::applied);
                meter.done();
            }
            applied[0] = new Applied(decided.isHeld(), decided.report(), decided.plan().notice().id());
            return null;
        }, committed -> queue.finish(job.id(), applied[0].isHeld() ? ImportState.UNCHANGED : ImportState.APPLIED,
                new ImportResult(applied[0].report(), null, applied[0].notice(), committed.revision())));
    }

    /** Lets go of all that is known, which is as much as the plan of a large document, before anything is written. */
    private Decided decide(ImportRecord job, Upload upload, Document document, ReadNotice read, ProgressMeter meter) {
        Situation situation = surveyor.survey(read, document, job.hints(), job.decisions(), upload);
        requireWhole(situation);
        DecisionCheck.check(job.decisions(), situation.known(), situation.rows());
        Plan plan = plan(situation, job, meter);
        boolean isHeld = isHeld(situation, plan);
        if (isHeld && !plan.isHeld() && !job.decisions().isEmpty()) {
            throw ProblemException.of(ProblemType.CONFLICT, "The registry holds this document as that of `" + situation.sameAs()
                    + "` already, without these decisions. Correct its findings instead. Nothing was changed.");
        }
        if (!isHeld && isOvertaken(job, situation)) {
            throw new Overtaken();
        }
        rows.replace(job.id(), plan, read.rejected(), situation.known());
        return new Decided(plan, Reports.of(situation, plan, read, document, upload), situation.source(), isHeld);
    }

    private boolean isOvertaken(ImportRecord job, Situation situation) {
        if (job.report() == null) {
            return false;
        }
        ImportReport.Notice seen = json.read(job.report(), ImportReport.class).notice();
        return !Objects.equals(seen.heldRevision(), situation.held().revision());
    }

    private Cause cause(ImportRecord job, Upload upload, Document document, ReadNotice read) {
        Optional<Situation> held = readings.current(SECONDS, reading -> surveyor.isHeld(read, document, job.hints(), upload)
                ? Optional.of(surveyor.survey(read, document, job.hints(), job.decisions(), upload))
                : Optional.empty());
        return held.map(situation -> {
            requireWhole(situation);
            DecisionCheck.check(job.decisions(), situation.known(), situation.rows());
            return plan(situation, job, new ProgressMeter(queue, job.id(), 0)).isCorrection() ? Cause.CORRECTION : Cause.SOURCE;
        }).orElse(Cause.SOURCE);
    }

    private static String reason(Upload upload, ImportRecord job) {
        return "Import " + job.id() + (upload.fileName() == null ? "" : " of " + upload.fileName());
    }

    private static Plan plan(Situation situation, ImportRecord job, ProgressMeter meter) {
        boolean isSame = situation.sameAs() != null;
        Plan plan = new Planner(situation.known(), situation.notice(), situation.held(), situation.earlier(), true,
                !job.hints().partial() && !isSame).plan(situation.rows(), meter::resolved);
        meter.planned();
        return plan;
    }

    /** The very same document changes nothing, whatever has become of its rows since. */
    private static boolean isHeld(Situation situation, Plan plan) {
        return situation.sameAs() != null || plan.isHeld();
    }

    private static void requireWhole(Situation situation) {
        List<Fault> faults = situation.missing().stream().map(Fault::missing).toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, faults));
        }
    }

    private record Reading(Upload upload, Document document, ReadNotice notice) {
    }

    private record Decided(Plan plan, ImportReport report, SourceDraft source, boolean isHeld) {
    }

    /** The registry holds something else of the notice than when the report was made. */
    private static final class Overtaken extends RuntimeException {

        Overtaken() {
            super(null, null, false, false);
        }
    }

    private record Applied(boolean isHeld, ImportReport report, String notice) {
    }
}
