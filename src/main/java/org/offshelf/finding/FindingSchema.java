package org.offshelf.finding;

import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.category.CategorySchema;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.DatedTable;
import org.offshelf.query.Expression;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.SourceSchema;
import org.offshelf.store.StoreSchema;

/** What the API says of findings. */
public final class FindingSchema {

    /**
     * What the last event says, in the order of {@link FindingEvent#ORDER}; without one, what the notice demands. The event is
     * looked up once.
     */
    private static final String LAST_STATUS = "elt(coalesce((select substr(max(concat(e.happened, field(e.kind, 'rectified',"
            + " 'not-rectified', 'escalated'))), 11) from finding_event e where e.finding_id = @.id),"
            + " if(@.measure = 'remove', 3, if(@.deadline < #day, 5, 4))), 'rectified', 'not-rectified', 'removal-ordered',"
            + " 'named', 'overdue')";

    public static final CollectionSchema FINDINGS = CollectionSchema.named("findings", "finding")
            .describedAs("The grain everyone counts: one notice named one app for these problems.")
            .field(Field.id()
                    .describedAs("Notice and position in it.")
                    .example("miit-2021-11-3"))
            .field(Field.reference("notice", "notice_id", () -> NoticeSchema.NOTICES).required()
                    .related("kind", "batchYear", "follows")
                    .describedAs("The notice.")
                    .example("miit-2021-11"))
            .field(Field.references("regulator", "notice_id", "notice_regulator", "notice_id", "regulator_id",
                    () -> RegulatorSchema.REGULATORS)
                    .required().describedAs("Who published the notice.").example("miit"))
            .field(Field.date("published", "published")
                    .describedAs("Day of publication of the notice.")
                    .example("2021-11-03"))
            .field(Field.date("deadline", "deadline")
                    .describedAs("By when it has to be put right.")
                    .example("2021-11-09"))
            .field(Field.integer("sequence", "sequence").required()
                    .describedAs("Position in the notice, from 1.")
                    .example(3))
            .field(Field.integer("printedRow", "printed_row")
                    .describedAs("Number printed in the row."))
            .field(Field.text("annex", "annex")
                    .describedAs("The list of the notice that holds the row."))
            .field(Field.text("appName", "app_name").required()
                    .describedAs("Name of the app as printed.")
                    .example("QQ音乐"))
            .field(Field.text("developer", "developer")
                    .describedAs("Developer as printed."))
            .field(Field.text("version", "version")
                    .describedAs("Version as printed: text, not a number."))
            .field(Field.text("storeName", "store_name")
                    .describedAs("Store as printed.")
                    .example("应用宝"))
            .field(Field.text("problem", "problem").prose()
                    .describedAs("Problems as printed, one a line."))
            .field(Field.text("filingNumber", "filing_number")
                    .describedAs("ICP filing number as printed.")
                    .example("渝ICP备15008088号-27A"))
            .field(Field.code("measure", "measure", Measure.class).required()
                    .describedAs("What the notice demands.")
                    .example("rectify"))
            .field(Field.code("reading", "reading", ReadingMethod.class).required()
                    .describedAs("How the row was read; says how much of it can be known.")
                    .example("name-only"))
            .field(Field.reference("app", "app_id", () -> AppSchema.APPS).required().related("kind", "status")
                    .describedAs("The app we take it to be."))
            .field(Field.reference("operator", "operator_id", () -> OperatorSchema.OPERATORS).related("province")
                    .describedAs("The operator we take the developer to be; where none is printed, the one known for the app."))
            .field(Field.reference("store", "store_id", () -> StoreSchema.STORES).related("kind")
                    .describedAs("The store we take the printed one to be.")
                    .example("huawei"))
            .field(Field
                    .references("category", "id", "finding_category", "finding_id", "category_id",
                            () -> CategorySchema.CATEGORIES)
                    .grouped().describedAs("The categories we sort the problems into.").example("misleading-downloads"))
            .field(Field.code("categoryBasis", "category_basis", CategoryBasis.class)
                    .describedAs(
                            "What the categories rest on: the wording printed for this app, or what the notice states for all.")
                    .example("problem"))
            .field(Field
                    .code("status",
                            Expression.of(
                                    "case when @.status = 'named' and @.deadline < #today then 'overdue' else @.status end",
                                    Expression.column("status")),
                            FindingStatus.class)
                    .required()
                    .describedAs("Where it stands; `overdue` when the deadline has passed and no rectification is known.")
                    .example("overdue"))
            .field(Field.json("events",
                    Expression.of("(select coalesce(json_arrayagg(json_object('kind', e.kind, 'date', e.happened,"
                            + " 'notice', e.notice_id, 'source', e.source_id, 'note', e.note) order by e.position), '[]')"
                            + " from finding_event e where e.finding_id = @.id)"))
                    .of(Field.code("kind", "kind", FindingEventKind.class).required().describedAs("What happened."),
                            Field.date("date", "happened").required().describedAs("Day it happened."),
                            Field.text("notice", "notice_id").describedAs("The notice that says so, if it is one."),
                            Field.reference("source", "source_id", () -> SourceSchema.SOURCES)
                                    .describedAs("The document that says so."),
                            Field.text("note", "note").describedAs("What else there is to say."))
                    .describedAs("What became of it, each event with its source."))
            .field(Field.sources("finding", () -> SourceSchema.SOURCES))
            .drawnFromNotices()
            .labelledBy("appName")
            .searchedBy(Searched.name("appName", "app_name"), Searched.alias("developer", "developer").ofCompany(),
                    Searched.code("filingNumber", Expression.column("filing_number")), Searched.prose("problem", "problem"))
            .searchedThrough("app", "operator")
            .dated(DatedTable.from("finding", "@.published").saying("status", LAST_STATUS),
                    DatedTable.from("finding_event", "@.happened").referring("notice_id", "notice").referring("source_id",
                            "source"))
            .sortedBy("published:desc", "notice", "sequence").narrowedTo("finding_facts_ix")
            .build();

    private FindingSchema() {
    }
}
