package org.offshelf.regulator;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Expression;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;
import org.offshelf.source.SourceSchema;

/** What the API says of regulators. */
public final class RegulatorSchema {

    public static final CollectionSchema REGULATORS = CollectionSchema.named("regulators", "regulator")
            .describedAs("The authorities that act: ministries, administrations and their centres.")
            .field(Field.id()
                    .describedAs("Code.")
                    .example("miit"))
            .field(Field.localized("name", "name_zh", "name_en")
                    .describedAs("Name in the language asked for with `lang`.")
                    .example("Ministry of Industry and Information Technology"))
            .field(Field.text("nameZh", "name_zh").required()
                    .describedAs("Chinese name.")
                    .example("工业和信息化部"))
            .field(Field.text("nameEn", "name_en")
                    .describedAs("English name.")
                    .example("Ministry of Industry and Information Technology"))
            .field(Field.text("abbreviation", "abbreviation")
                    .describedAs("Usual abbreviation.")
                    .example("MIIT"))
            .field(Field.code("level", "level", RegulatorLevel.class).required()
                    .describedAs("How far it reaches.")
                    .example("national"))
            .field(Field.reference("parent", "parent_id", () -> RegulatorSchema.REGULATORS)
                    .describedAs("The regulator above it.")
                    .example("miit"))
            .field(Field.text("jurisdiction", "jurisdiction").required()
                    .describedAs("ISO 3166-2 code of its area.")
                    .example("CN"))
            .field(Field.sources("regulator", () -> SourceSchema.SOURCES))
            .labelledBy("name")
            .countedBy("jurisdiction")
            .searchedBy(Searched.name("nameZh", "name_zh"), Searched.name("nameEn", "name_en"),
                    Searched.alias("abbreviation", "abbreviation"), Searched.code("id", Expression.column("id")))
            .sortedBy("id")
            .build();

    private RegulatorSchema() {
    }
}
