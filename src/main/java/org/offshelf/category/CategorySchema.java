package org.offshelf.category;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Expression;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;
import org.offshelf.source.SourceSchema;

/** What the API says of categories. */
public final class CategorySchema {

    public static final CollectionSchema CATEGORIES = CollectionSchema.named("categories", "category")
            .describedAs("The taxonomy of violations: groups and their leaves.")
            .field(Field.id()
                    .describedAs("Code.")
                    .example("over-scope-collection"))
            .field(Field.reference("group", "parent_id", () -> CategorySchema.CATEGORIES)
                    .describedAs("The group a leaf belongs to; null for a group.")
                    .example("excessive-data-collection"))
            .field(Field.localized("label", "label_zh", "label_en")
                    .describedAs("Label in the language asked for with `lang`."))
            .field(Field.text("labelZh", "label_zh").required()
                    .describedAs("Chinese label.")
                    .example("超范围收集个人信息"))
            .field(Field.text("labelEn", "label_en").required()
                    .describedAs("English label."))
            .field(Field.localized("definition", "definition_zh", "definition_en").prose()
                    .describedAs("What belongs here, in the language asked for with `lang`."))
            .field(Field.json("legalBasis", "legal_basis")
                    .describedAs("The provisions it rests on."))
            .field(Field.json("phrases", "phrases")
                    .describedAs("The phrases regulators print for it."))
            .field(Field.sources("category", () -> SourceSchema.SOURCES))
            .labelledBy("label")
            .searchedBy(Searched.name("labelZh", "label_zh"), Searched.name("labelEn", "label_en"),
                    Searched.code("id", Expression.column("id")), Searched.prose("phrases", "phrases"),
                    Searched.prose("definitionZh", "definition_zh"), Searched.prose("definitionEn", "definition_en"))
            .sortedBy("id")
            .build();

    private CategorySchema() {
    }
}
