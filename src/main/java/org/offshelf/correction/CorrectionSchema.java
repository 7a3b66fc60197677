package org.offshelf.correction;

import java.util.List;

import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.category.CategorySchema;
import org.offshelf.coverage.SurveySchema;
import org.offshelf.finding.FindingSchema;
import org.offshelf.listing.ListingSchema;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.penalty.PenaltySchema;
import org.offshelf.penalty.StatementSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.DatedTable;
import org.offshelf.query.Expression;
import org.offshelf.query.Field;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.SourceSchema;
import org.offshelf.store.StoreSchema;

/** What the API says of requests for corrections. */
public final class CorrectionSchema {

    /** The collections whose records can be said to be wrong. */
    public static final List<CollectionSchema> SUBJECTS = List.of(NoticeSchema.NOTICES, FindingSchema.FINDINGS, AppSchema.APPS,
            OperatorSchema.OPERATORS, RegulatorSchema.REGULATORS, CategorySchema.CATEGORIES, StoreSchema.STORES,
            ListingSchema.LISTINGS, PenaltySchema.PENALTIES, StatementSchema.STATEMENTS, SurveySchema.SURVEYS,
            SourceSchema.SOURCES);

    public static final CollectionSchema CORRECTIONS = corrections();

    private CorrectionSchema() {
    }

    private static CollectionSchema corrections() {
        CollectionSchema.Builder schema = CollectionSchema.named("corrections", "correction")
                .describedAs(
                        "Requests to correct what the registry says: the claim, by when it is answered, and what came of it.")
                .field(Field.id().describedAs("Id, derived from what is claimed of what."))
                .field(Field.code("collection", "collection", SUBJECTS.stream().map(CollectionSchema::name).toList()).required()
                        .describedAs("The collection of the record that is said to be wrong.").example("findings"))
                .field(Field.text("record", "record_id").required()
                        .describedAs("The id of the record that is said to be wrong.").example("lnca-2021-11-08-2"))
                .field(Field.text("field", "field_name")
                        .describedAs("The field that is said to be wrong; none means the record as a whole.")
                        .example("problem"))
                .field(Field.text("claim", "claim").prose().required()
                        .describedAs("What is wrong, and how one can know. It is public: leave out whatever is personal.")
                        .example("The notice prints another wording."))
                .field(Field.text("proposed", "proposed").prose()
                        .describedAs("What it should say instead.").example("未明示收集使用个人信息的目的、方式和范围"))
                .field(Field.code("filedAs", "filed_as", FilerRole.class).required()
                        .describedAs("As whom it was filed, as stated.").example("researcher"))
                .field(Field.text("onBehalfOf", "on_behalf_of")
                        .describedAs("The organisation that asks for it, as stated; no person's name.")
                        .example("沈阳众智网络科技有限公司"))
                .field(Field.date("filed", "filed").required().describedAs("Day it was filed.").example("2026-11-23"))
                .field(Field.date("due", "due").required().describedAs("By when it is to be answered.").example("2026-12-23"))
                .field(Field
                        .code("state",
                                Expression.of("case when @.state = 'open' and @.due < #today then 'overdue' else @.state end"),
                                CorrectionState.class)
                        .required()
                        .describedAs(
                                "Where it stands; `overdue` is open past its deadline, so that `open,overdue` are all that are"
                                        + " not settled.")
                        .example("open"))
                .field(Field.text("outcome", "outcome").prose().describedAs("Why it was settled so.")
                        .example("The document says so; the row was misread."))
                .field(Field.date("settled", "settled").describedAs("Day it was settled.").example("2026-11-25"))
                .field(Field.integer("correctedIn", "corrected_in")
                        .describedAs("The revision that put it right; see `/v1/changes`.").example(145))
                .field(Field.sources("correction", () -> SourceSchema.SOURCES)
                        .describedAs(
                                "The documents it names, such as the letter in which it was asked for; `include=sources` shows"
                                        + " them."))
                .labelledBy("claim")
                .countedBy("field")
                .dated(DatedTable.from("correction", "@.filed")
                        .saying("state", "if(@.settled > #day, 'open', @.state)")
                        .saying("outcome", "if(@.settled > #day, null, @.outcome)")
                        .saying("corrected_in", "if(@.settled > #day, null, @.corrected_in)")
                        .saying("settled", "if(@.settled > #day, null, @.settled)"))
                .sortedBy("filed:desc");
        SUBJECTS.forEach(subject -> schema.shownThrough(() -> subject,
                "select s.record_id as owner_id, s.id as value_id from correction s where s.collection = '" + subject.name()
                        + "' and s.standing = 'current'"));
        return schema.build();
    }
}
