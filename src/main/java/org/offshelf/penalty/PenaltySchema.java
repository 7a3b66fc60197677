package org.offshelf.penalty;

import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.category.CategorySchema;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.DatedTable;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.SourceSchema;

/** What the API says of penalties. */
public final class PenaltySchema {

    public static final CollectionSchema PENALTIES = CollectionSchema.named("penalties", "penalty")
            .describedAs("Fines and other administrative penalties, and totals that regulators stated over a period.")
            .field(Field.id()
                    .describedAs("Id, derived from operator, regulator, kind and dates."))
            .field(Field.reference("regulator", "regulator_id", () -> RegulatorSchema.REGULATORS).required().related("level")
                    .describedAs("Who imposed it.")
                    .example("cac-beijing"))
            .field(Field.reference("operator", "operator_id", () -> OperatorSchema.OPERATORS).required().related("province")
                    .describedAs("On whom."))
            .field(Field.references("app", "id", "penalty_app", "penalty_id", "app_id", () -> AppSchema.APPS)
                    .describedAs("The apps it was about."))
            .field(Field.code("kind", "kind", PenaltyKind.class).required()
                    .describedAs("A fine, a stated total over a period, or another measure.")
                    .example("fine"))
            .field(Field.json("measures", "measures")
                    .describedAs("All measures taken."))
            .field(Field.decimal("amount", "amount")
                    .describedAs("Amount in `currency`.")
                    .example(3000000))
            .field(Field.text("currency", "currency")
                    .describedAs("ISO 4217.")
                    .example("CNY"))
            .field(Field.decimal("reportedAmount", "reported_amount")
                    .describedAs("The amount in the currency of the report, where a report converts it.")
                    .example(470000))
            .field(Field.text("reportedCurrency", "reported_currency")
                    .describedAs("ISO 4217.")
                    .example("USD"))
            .field(Field.date("decided", "decided")
                    .describedAs("Day of the decision.")
                    .example("2021-12-01"))
            .field(Field.date("announced", "announced")
                    .describedAs("Day it became known.")
                    .example("2021-12-14"))
            .field(Field.date("periodFrom", "period_from")
                    .describedAs("First day of the period of a stated total.")
                    .example("2021-01-01"))
            .field(Field.date("periodTo", "period_to")
                    .describedAs("Last day of the period of a stated total.")
                    .example("2021-11-30"))
            .field(Field.integer("penaltyCount", "penalty_count")
                    .describedAs("How many penalties a stated total adds up.")
                    .example(44))
            .field(Field.json("legalBasis", "legal_basis")
                    .describedAs("The provisions it rests on."))
            .field(Field
                    .references("category", "id", "penalty_category", "penalty_id", "category_id",
                            () -> CategorySchema.CATEGORIES)
                    .grouped().describedAs("What it was for.").example("prohibited-content"))
            .field(Field.reference("notice", "notice_id", () -> NoticeSchema.NOTICES)
                    .describedAs("The notice or summons it goes with."))
            .field(Field.text("summary", "summary").prose()
                    .describedAs("What it was for, in our words."))
            .field(Field.sources("penalty", () -> SourceSchema.SOURCES))
            .countedBy("currency", "reportedCurrency")
            .amount("amount", "currency")
            .amount("reportedAmount", "reportedCurrency")
            .drawnFromNotices()
            .labelledBy("summary")
            .searchedBy(Searched.prose("summary", "summary"))
            .searchedThrough("operator", "app", "regulator")
            // What had been decided and not yet announced stands without its announcement.
            .dated(DatedTable.from("penalty", "coalesce(@.decided, @.announced, @.period_to)")
                    .saying("announced", "if(@.announced <= #day, @.announced, null)").referring("notice_id", "notice"))
            .sortedBy("announced:desc")
            .build();

    private PenaltySchema() {
    }
}
