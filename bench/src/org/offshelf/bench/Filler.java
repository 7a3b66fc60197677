package org.offshelf.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

import org.offshelf.app.App;
import org.offshelf.app.Operator;
import org.offshelf.bench.Chance.Of;
import org.offshelf.finding.Finding;
import org.offshelf.ledger.Author;
import org.offshelf.ledger.Cause;
import org.offshelf.listing.Listing;

/** Tells all revisions: one for each notice, as the importer writes it, then one for each notice that is corrected. */
final class Filler {

    private static final Author IMPORTER = new Author("bench", Author.SYSTEM, Cause.SOURCE, "Import of a generated document");
    private static final Author CURATOR = new Author("bench", Author.SYSTEM, Cause.CORRECTION, "Other stores are printed");

    private final Reference reference;
    private final Schedule schedule;
    private final Cast cast;
    private final Story story;
    /** Which of the later revisions corrects a notice; 0 for none. */
    private final int[] corrections;
    private int corrected;

    /** @param changed share of the findings that are changed later */
    Filler(Chance chance, RealNotices real, Reference reference, int findings, int rows, double changed, LocalDate today) {
        this.reference = reference;
        this.schedule = new Schedule(chance, findings, rows, reference.regulators().size(), reference.batches());
        this.cast = new Cast(chance, schedule, findings, reference.regulators().size());
        this.story = new Story(chance, real, reference, schedule, cast, today);
        this.corrections = new int[schedule.notices().size()];
        long open = schedule.notices().stream().mapToLong(this::correctable).sum();
        for (Schedule.Notice notice : schedule.notices()) {
            if (correctable(notice) > 0 && chance.of(Of.CORRECTION, notice.index()) < changed * findings / open) {
                corrections[notice.index()] = ++corrected;
            }
        }
    }

    /** Ids of the texts that need not be written. */
    Set<Long> heldTexts() {
        return reference.texts();
    }

    Story story() {
        return story;
    }

    Schedule schedule() {
        return schedule;
    }

    int revisions() {
        return schedule.notices().size() + corrected;
    }

    /** How many findings of a notice nothing else happens to. */
    private long correctable(Schedule.Notice notice) {
        if (notice.isOrder()) {
            return 0;
        }
        long enforced = notice.order() < 0 ? 0 : schedule.enforced(notice).length;
        return notice.rows() - enforced;
    }

    /** @param progress told the number of findings that are written */
    void fill(Clock clock, Tables tables, Texts texts, LongConsumer progress) {
        RecordTypes types = new RecordTypes();
        types.declare(tables);
        tables.begin();
        for (Schedule.Notice notice : schedule.notices()) {
            Revision revision = new Revision(revision(clock, notice), clock, types, tables, texts);
            publish(notice, revision, clock);
            revision.end(IMPORTER);
            progress.accept(notice.first() + notice.rows());
        }
        for (Schedule.Notice notice : schedule.notices()) {
            if (corrections[notice.index()] > 0) {
                Revision revision = new Revision(correction(clock, notice), clock, types, tables, texts);
                correct(notice, revision);
                revision.end(CURATOR);
            }
        }
    }

    private static long revision(Clock clock, Schedule.Notice notice) {
        return clock.first() + 1 + notice.index();
    }

    private long correction(Clock clock, Schedule.Notice notice) {
        return corrections[notice.index()] == 0 ? Revision.NEVER
                : clock.first() + schedule.notices().size() + corrections[notice.index()];
    }

    private void publish(Schedule.Notice notice, Revision revision, Clock clock) {
        story.publish(notice);
        revision.create(story.source(notice), Revision.NEVER);
        revision.create(story.notice(notice), Revision.NEVER);
        int end = notice.first() + notice.rows();
        Set<Integer> operators = new LinkedHashSet<>();
        for (int finding = notice.first(); finding < end; finding++) {
            operators.add(cast.operator(cast.app(finding)));
        }
        operators.remove(Cast.NONE);
        operators.forEach(operator -> operator(operator, notice, revision, clock));
        for (int finding = notice.first(); finding < end; finding++) {
            app(cast.app(finding), notice, revision, clock);
        }
        for (int finding = notice.first(); finding < end; finding++) {
            revision.create(story.finding(finding), schedule.isEnforced(notice, finding)
                    ? revision(clock, schedule.notice(notice.order()))
                    : correction(clock, notice));
        }
        if (notice.isOrder()) {
            for (int finding = notice.first(); finding < end; finding++) {
                listing(finding, notice, revision, clock);
            }
            for (int finding : schedule.enforced(schedule.notice(notice.follows()))) {
                Finding after = story.finding(finding);
                story.escalate(after, notice);
                revision.change(story.finding(finding), after, Revision.NEVER);
            }
        }
    }

    private void operator(int number, Schedule.Notice notice, Revision revision, Clock clock) {
        int[] findings = cast.findingsOfOperator(number);
        long until = next(findings, notice, clock);
        Operator after = story.operator(number, notice.first() + notice.rows());
        if (findings[0] >= notice.first()) {
            revision.create(after, until);
        } else {
            revision.change(story.operator(number, notice.first()), after, until);
        }
    }

    private void app(int number, Schedule.Notice notice, Revision revision, Clock clock) {
        int[] findings = cast.findingsOfApp(number);
        long until = next(findings, notice, clock);
        App after = story.app(number, notice.first() + notice.rows());
        if (findings[0] >= notice.first()) {
            revision.create(after, until);
        } else {
            revision.change(story.app(number, notice.first()), after, until);
        }
    }

    private void listing(int ordered, Schedule.Notice notice, Revision revision, Clock clock) {
        String store = story.place(notice, ordered);
        List<Integer> all = new ArrayList<>();
        for (int finding : cast.findingsOfApp(cast.app(ordered))) {
            Schedule.Notice other = schedule.of(finding);
            if (other.isOrder() && story.place(other, finding).equals(store)) {
                all.add(finding);
            }
        }
        int[] findings = all.stream().mapToInt(Integer::intValue).toArray();
        long until = next(findings, notice, clock);
        Listing after = story.listing(cast.app(ordered), store, notice.first() + notice.rows());
        if (findings[0] >= notice.first()) {
            revision.create(after, until);
        } else {
            revision.change(story.listing(cast.app(ordered), store, notice.first()), after, until);
        }
    }

    /** The next revision that writes what these findings are about. */
    private long next(int[] findings, Schedule.Notice notice, Clock clock) {
        for (int finding : findings) {
            if (finding >= notice.first() + notice.rows()) {
                return revision(clock, schedule.of(finding));
            }
        }
        return Revision.NEVER;
    }

    private void correct(Schedule.Notice notice, Revision revision) {
        for (int finding = notice.first(); finding < notice.first() + notice.rows(); finding++) {
            if (!schedule.isEnforced(notice, finding)) {
                Finding after = story.finding(finding);
                story.correct(after, finding);
                revision.change(story.finding(finding), after, Revision.NEVER);
            }
        }
    }
}
