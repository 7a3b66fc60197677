package org.offshelf.coverage;

import org.offshelf.notice.NoticeKind;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.CoverageState;
import org.offshelf.query.Field;
import org.offshelf.regulator.RegulatorSchema;

/** What the API says of coverage. */
public final class CoverageSchema {

    public static final CollectionSchema COVERAGE = CollectionSchema.named("coverage", "coverage")
            .describedAs(
                    "What is held and what is known to be missing, by regulator and year: notices whose numbers are skipped"
                            + " or that a survey counted, and rows that notices declare.")
            .field(Field.id()
                    .describedAs("Regulator and year.")
                    .example("miit-2021"))
            .field(Field.reference("regulator", "regulator_id", () -> RegulatorSchema.REGULATORS).required().related("level")
                    .describedAs("Whose notices. A joint notice counts for each of its regulators.")
                    .example("miit"))
            .field(Field.integer("year", "year")
                    .describedAs("Year of publication; where the day is not known, of the batch. Without a value: notices of"
                            + " which neither is known, and numbers missing from we do not know which year.")
                    .example(2021))
            .field(Field.code("state", "state", CoverageState.class).required()
                    .describedAs("`complete`: no number is missing up to the highest held, or a survey of the whole year found"
                            + " no more, and every notice that names apps has all the rows it declares. `partial`: something is"
                            + " known to be missing. `none`: there are notices, and none is held. `unknown`: nothing says"
                            + " what there is.")
                    .example("partial"))
            .field(Field.integer("heldNotices", "held_notices").required()
                    .describedAs("Notices held.")
                    .example(19))
            .field(Field.integer("knownNotices", "known_notices").required()
                    .describedAs("Notices known to exist.")
                    .example(20))
            .field(Field.integer("missingNotices", "missing_notices").required()
                    .describedAs("Known to exist and not held: by their numbers, or by a survey, whichever says more.")
                    .example(1))
            .field(Field.json("gaps", "gaps")
                    .of(Field.text("numbering", "numbering").required()
                            .describedAs("`batch`: the number within the year. `overall`: the number over all years."),
                            Field.code("kind", "kind", NoticeKind.class).required()
                                    .describedAs("The kind of notice that is numbered so."),
                            Field.integer("first", "first").required().describedAs("The first number missing."),
                            Field.integer("last", "last").required().describedAs("The last number missing in a row."))
                    .describedAs(
                            "The numbers missing below the highest that is held. A notice may be missing in both numberings."))
            .field(Field.integer("incompleteNotices", "incomplete_notices").required()
                    .describedAs("Notices of which fewer rows are held than they declare, or none although they name apps.")
                    .example(17))
            .field(Field.integer("declaredRows", "declared_rows").required()
                    .describedAs("Rows that the notices held declare; not every notice does.")
                    .example(1122))
            .field(Field.integer("heldRows", "held_rows").required()
                    .describedAs("Rows held, also of notices that declare no number.")
                    .example(38))
            .field(Field.integer("missingRows", "missing_rows").required()
                    .describedAs("Rows declared and not held.")
                    .example(1088))
            .field(Field.date("lastPublished", "last_published")
                    .describedAs("Day of publication of the last notice held.")
                    .example("2021-12-09"))
            .field(Field.date("lastRetrieved", "last_retrieved")
                    .describedAs("Day on which a source of these notices was last retrieved.")
                    .example("2026-11-01"))
            .field(Field.date("lastChecked", "last_checked")
                    .describedAs("Day of the last survey of the regulator's publications of the year.")
                    .example("2026-11-20"))
            .derivedFrom(CoverageQuery.SQL)
            .drawnFromNotices()
            .countedBy("year")
            .sortedBy("regulator", "year")
            .build();

    private CoverageSchema() {
    }
}
