package org.offshelf.coverage;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.DatedTable;
import org.offshelf.query.Field;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.SourceSchema;

/** What the API says of surveys. */
public final class SurveySchema {

    public static final CollectionSchema SURVEYS = CollectionSchema.named("surveys", "survey")
            .describedAs(
                    "Who looked when through what a regulator published in a part of a year, and how many notices there are:"
                            + " what coverage knows besides the numbers of the notices.")
            .field(Field.id()
                    .describedAs("Id, derived from regulator, period and day."))
            .field(Field.reference("regulator", "regulator_id", () -> RegulatorSchema.REGULATORS).required().related("level")
                    .describedAs("Whose publications were looked through.")
                    .example("miit"))
            .field(Field.date("periodFrom", "period_from").required()
                    .describedAs("First day of the period.")
                    .example("2024-01-01"))
            .field(Field.date("periodTo", "period_to").required()
                    .describedAs("Last day of the period, in the same year.")
                    .example("2024-12-31"))
            .field(Field.code("extent", "extent", SurveyExtent.class).required()
                    .describedAs("`whole`: all that was published in the period was looked through, so that there is no more."
                            + " `part`: only some of it.")
                    .example("part"))
            .field(Field.integer("knownNotices", "known_notices")
                    .describedAs("Notices found in the period, whether held or not.")
                    .example(10))
            .field(Field.date("checked", "checked").required()
                    .describedAs("Day on which somebody looked.")
                    .example("2026-11-23"))
            .field(Field.text("note", "note").prose()
                    .describedAs("What was looked at, in our words."))
            .field(Field.sources("survey", () -> SourceSchema.SOURCES))
            .dated(DatedTable.from("survey", "@.checked"))
            .sortedBy("checked:desc")
            .build();

    private SurveySchema() {
    }
}
