package org.offshelf.notice;

import org.offshelf.category.CategorySchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.DatedTable;
import org.offshelf.query.Expression;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.SourceSchema;

/** What the API says of notices. */
public final class NoticeSchema {

    public static final CollectionSchema NOTICES = CollectionSchema.named("notices", "notice")
            .describedAs("Published acts of regulators: violation notices, removal orders, penalty decisions, summonses.")
            .field(Field.id()
                    .describedAs("Regulator and batch or date.")
                    .example("miit-2021-11"))
            .field(Field
                    .references("regulator", "id", "notice_regulator", "notice_id", "regulator_id",
                            () -> RegulatorSchema.REGULATORS)
                    .required().describedAs("Who published it; several for a joint notice.").example("miit"))
            .field(Field.code("kind", "kind", NoticeKind.class).required()
                    .describedAs("What kind of act it is.")
                    .example("removal-order"))
            .field(Field.text("title", "title").required()
                    .describedAs("Title as printed."))
            .field(Field.integer("batchYear", "batch_year")
                    .describedAs("Year of the batch; can differ from the year of publication.")
                    .example(2021))
            .field(Field.integer("batchNumber", "batch_number")
                    .describedAs("Number of the batch within its year.")
                    .example(11))
            .field(Field.integer("overallNumber", "overall_number")
                    .describedAs("Number over all years.")
                    .example(20))
            .field(Field.date("published", "published")
                    .describedAs("Day of publication.")
                    .example("2021-11-03"))
            .field(Field.code("publishedBasis", "published_basis", PublishedBasis.class).required()
                    .describedAs("Where the day of publication comes from.")
                    .example("official"))
            .field(Field.date("deadline", "deadline")
                    .describedAs("By when the named apps have to be put right.")
                    .example("2021-11-09"))
            .field(Field.integer("declaredCount", "declared_count")
                    .describedAs("The number of apps the notice itself states; compare `heldCount`.")
                    .example(38))
            .field(Field.json("declaredParts", "declared_parts")
                    .of(Field.text("by", "by").required().describedAs("Whose part it is."),
                            Field.integer("count", "count").required().describedAs("Number of apps."),
                            Field.text("note", "note").describedAs("What is said of them."))
                    .describedAs("How the stated number divides, where it does."))
            .field(Field.integer("heldCount", Expression.of(
                    "(select count(*) from finding h where h.notice_id = @.id and h.standing = 'current')")).required()
                    .describedAs("The number of findings held here. Less than `declaredCount`: the rest is not recorded yet.")
                    .example(6))
            .field(Field.reference("follows", "follows_id", () -> NoticeSchema.NOTICES)
                    .describedAs("The notice this one enforces."))
            .field(Field.json("legalBasis", "legal_basis")
                    .describedAs("The provisions it rests on, where it says so."))
            .field(Field
                    .references("category", "id", "notice_category", "notice_id", "category_id",
                            () -> CategorySchema.CATEGORIES)
                    .grouped().describedAs("What the notice states for all apps it names.").example("misleading-downloads"))
            .field(Field.text("summary", "summary").prose()
                    .describedAs("What it was about, in our words."))
            .field(Field.sources("notice", () -> SourceSchema.SOURCES))
            .drawnFromNotices()
            .labelledBy("title")
            .countedBy("batchYear")
            .searchedBy(Searched.name("title", "title"), Searched.code("id", Expression.column("id")),
                    Searched.prose("summary", "summary"))
            .searchedThrough("regulator")
            .dated(DatedTable.from("notice", "@.published").saying("follows_id",
                    "(select i.id from notice i where i.id = @.follows_id and i.published <= #day)"))
            .sortedBy("published:desc")
            .build();

    private NoticeSchema() {
    }
}
