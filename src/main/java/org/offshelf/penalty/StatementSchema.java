package org.offshelf.penalty;

import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.finding.FindingSchema;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.DatedTable;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;
import org.offshelf.source.SourceSchema;

/** What the API says of statements. */
public final class StatementSchema {

    public static final CollectionSchema STATEMENTS = CollectionSchema.named("statements", "statement")
            .describedAs("What operators answered.")
            .field(Field.id()
                    .describedAs("Id, derived from operator, day and subject."))
            .field(Field.reference("operator", "operator_id", () -> OperatorSchema.OPERATORS).required()
                    .describedAs("Who answered."))
            .field(Field.reference("app", "app_id", () -> AppSchema.APPS)
                    .describedAs("The app it is about."))
            .field(Field.reference("penalty", "penalty_id", () -> PenaltySchema.PENALTIES)
                    .describedAs("The penalty it answers.")
                    .example("pen-0sdjwqg8"))
            .field(Field.reference("notice", "notice_id", () -> NoticeSchema.NOTICES)
                    .describedAs("The notice it answers."))
            .field(Field.date("made", "made").required()
                    .describedAs("Day of the answer.")
                    .example("2021-12-14"))
            .field(Field.text("summary", "summary").prose().required()
                    .describedAs("What was said, in our words.")
                    .example("The company apologised and said that it had put the app right."))
            .field(Field.json("points", "points")
                    .describedAs("Its points, one by one."))
            .field(Field.sources("statement", () -> SourceSchema.SOURCES))
            .drawnFromNotices()
            .labelledBy("summary")
            .searchedBy(Searched.prose("summary", "summary"), Searched.prose("points", "points"))
            .searchedThrough("operator", "app")
            .dated(DatedTable.from("statement", "@.made").referring("penalty_id", "penalty").referring("notice_id", "notice"))
            .shownWith(() -> OperatorSchema.OPERATORS, "operator_id")
            .shownWith(() -> AppSchema.APPS, "app_id")
            .shownWith(() -> PenaltySchema.PENALTIES, "penalty_id")
            .shownWith(() -> NoticeSchema.NOTICES, "notice_id")
            .shownThrough(() -> FindingSchema.FINDINGS, "select f.id as owner_id, s.id as value_id from statement s"
                    + " join finding f on f.notice_id = s.notice_id and (f.app_id = s.app_id or s.app_id is null"
                    + " and f.operator_id = s.operator_id) where s.standing = 'current'")
            .sortedBy("made:desc")
            .build();

    private StatementSchema() {
    }
}
