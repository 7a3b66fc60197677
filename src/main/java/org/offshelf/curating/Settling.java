package org.offshelf.curating;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.correction.Correction;
import org.offshelf.correction.CorrectionSchema;
import org.offshelf.correction.CorrectionState;
import org.offshelf.correction.Verdict;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Readings;
import org.offshelf.query.Field;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;
import org.offshelf.writing.Outcome;

/** Ends requests for corrections, once: by what a curator finds, or because whoever filed it takes it back. */
@ApplicationScoped
class Settling {

    static final String WHY = "outcome";

    static final BodySchema OUTCOME = BodySchema.of("CorrectionOutcome", "What came of it, and why.", List.of(
            Member.of(Field.code("state", "state", Verdict.class)
                    .describedAs("Whether it was right; then the record is corrected by an operation of its own.")
                    .example("accepted")).required(),
            Member.text(field(WHY), 1_000).required(), Member.of(field("correctedIn"))));
    static final BodySchema WITHDRAWAL = BodySchema.of("CorrectionWithdrawal", "Why it is taken back.",
            List.of(Member.text(field(WHY).example("It was right after all."), 1_000).required()));

    private final Readings readings;
    private final Filers filers;

    Settling(Readings readings, Filers filers) {
        this.readings = readings;
        this.filers = filers;
    }

    Outcome settle(Correction correction, Body body) {
        Integer revision = body.integer("correctedIn");
        if (revision != null && (revision < 1 || revision > readings.currentRevision())) {
            body.invalid("correctedIn", "There is no such revision; the last is " + readings.currentRevision() + ".");
        }
        body.requireReadable();
        Verdict verdict = body.code("state", Verdict.class);
        if (revision != null && verdict != Verdict.ACCEPTED) {
            body.invalid("correctedIn", "Nothing is corrected by what is declined.");
        }
        body.requireValid();
        correction.correctedIn = revision == null ? null : revision.longValue();
        return end(correction, verdict.state(), body);
    }

    Outcome withdraw(Correction correction, Body body, Author author) {
        if (!filers.isFiledBy(correction.id, author.actor())) {
            throw ProblemException.of(ProblemType.FORBIDDEN,
                    "Only the account that filed the request can withdraw it; a curator"
                            + " settles it by its outcome. Nothing was changed.");
        }
        body.requireValid();
        return end(correction, CorrectionState.WITHDRAWN, body);
    }

    private Outcome end(Correction correction, CorrectionState state, Body body) {
        if (correction.state != CorrectionState.OPEN) {
            throw Impossible.because("The request `" + correction.id + "` is not open: it was settled on " + correction.settled
                    + ", as `" + correction.state.code() + "`.");
        }
        correction.settle(state, body.text(WHY), readings.today());
        return Outcome.changed(WrittenRecords.path(CorrectionSchema.CORRECTIONS, correction.id));
    }

    private static Field field(String name) {
        return CorrectionSchema.CORRECTIONS.field(name).orElseThrow();
    }
}
