package org.offshelf.curating;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingEvent;
import org.offshelf.finding.FindingEventKind;
import org.offshelf.finding.FindingSchema;
import org.offshelf.finding.FindingStatus;
import org.offshelf.finding.Measure;
import org.offshelf.importing.Standings;
import org.offshelf.ledger.Coded;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.query.Field;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Member;
import org.offshelf.writing.Outcome;

/** Records what became of a finding, where that is possible. Escalation is not said here: it follows from removal orders. */
@ApplicationScoped
class FindingEvents {

    static final BodySchema BODY = BodySchema.of("NewFindingEvent", "What became of a finding, and who says so.", List.of(
            Member.of(Field.code("kind", "kind", Word.class).describedAs("What a regulator said.").example("rectified"))
                    .required(),
            Member.of(Field.date("date", "happened").describedAs("The day it was said.").example("2021-12-09")).required(),
            CitedSources.SOURCE.required(),
            Member.of(Field.reference("notice", "notice_id", () -> NoticeSchema.NOTICES)
                    .describedAs("The notice that says so, if it is one.")),
            Member.text(Field.text("note", "note").describedAs("What else there is to say."), 1_000)));

    private final CitedSources sources;
    private final Rules rules;
    private final Standings standings;

    FindingEvents(CitedSources sources, Rules rules, Standings standings) {
        this.sources = sources;
        this.rules = rules;
        this.standings = standings;
    }

    /** What can be said of a finding. */
    enum Word implements Coded {
        RECTIFIED,
        NOT_RECTIFIED;

        FindingEventKind kind() {
            return FindingEventKind.valueOf(name());
        }
    }

    Outcome record(Finding finding, Body body) {
        rules.requirePast("date", body.date("date"), body);
        sources.checkCited(body);
        body.requireValid();
        Word word = body.code("kind", Word.class);
        LocalDate day = body.date("date");
        Set<Word> possible = possible(finding, day);
        if (!possible.contains(word)) {
            throw Impossible.event(word, possible, "The finding `" + finding.id + "` " + state(finding, day));
        }
        finding.happened(new FindingEvent(word.kind(), day, body.id("notice"), sources.id(body), body.text("note")));
        standings.derive(List.of(finding.app));
        return Outcome.changed(WrittenRecords.path(FindingSchema.FINDINGS, finding.id));
    }

    private static String state(Finding finding, LocalDate day) {
        if (finding.published != null && day.isBefore(finding.published)) {
            return "was published on " + finding.published + ", after " + day + ".";
        }
        return "was `" + before(finding, day).code() + "` by " + day
                + (happenedOn(finding, day) ? ", and a regulator's word of that day is recorded already." : ".");
    }

    /** What could have been said on that day, between what was said before and after it. */
    static Set<Word> possible(Finding finding, LocalDate day) {
        EnumSet<Word> possible = EnumSet.noneOf(Word.class);
        if (finding.published != null && day.isBefore(finding.published) || happenedOn(finding, day)) {
            return possible;
        }
        Optional<FindingEvent> next = finding.event.stream().filter(e -> e.happened().isAfter(day)).min(FindingEvent.ORDER);
        for (Word word : Word.values()) {
            boolean fitsBefore = follows(before(finding, day), word.kind());
            boolean fitsAfter = next.isEmpty() || isEscalatedOn(finding, next.get().happened())
                    || follows(word.kind().status(), next.get().kind());
            if (fitsBefore && fitsAfter) {
                possible.add(word);
            }
        }
        return possible;
    }

    /** A removal order says itself that nothing was put right; that it later was can still be said. */
    private static boolean follows(FindingStatus status, FindingEventKind next) {
        return switch (status) {
            case NAMED, OVERDUE -> true;
            case RECTIFIED -> next == FindingEventKind.NOT_RECTIFIED;
            case NOT_RECTIFIED, REMOVAL_ORDERED -> next == FindingEventKind.RECTIFIED;
        };
    }

    /** An order can come after anything. */
    private static boolean isEscalatedOn(Finding finding, LocalDate day) {
        return finding.event.stream().anyMatch(e -> e.kind() == FindingEventKind.ESCALATED && e.happened().equals(day));
    }

    private static boolean happenedOn(Finding finding, LocalDate day) {
        return finding.event.stream().anyMatch(e -> e.happened().equals(day));
    }

    private static FindingStatus before(Finding finding, LocalDate day) {
        return finding.event.stream().filter(e -> e.happened().isBefore(day)).max(FindingEvent.ORDER)
                .map(e -> e.kind().status())
                .orElse(finding.measure == Measure.REMOVE ? FindingStatus.REMOVAL_ORDERED : FindingStatus.NAMED);
    }
}
