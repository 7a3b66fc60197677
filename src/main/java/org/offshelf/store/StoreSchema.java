package org.offshelf.store;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Expression;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;
import org.offshelf.source.SourceSchema;

/** What the API says of stores. */
public final class StoreSchema {

    public static final CollectionSchema STORES = CollectionSchema.named("stores", "store")
            .describedAs("App stores and other places apps are taken from.")
            .field(Field.id()
                    .describedAs("Code.")
                    .example("huawei"))
            .field(Field.localized("name", "name_zh", "name_en")
                    .describedAs("Name in the language asked for with `lang`."))
            .field(Field.text("nameZh", "name_zh").required()
                    .describedAs("Chinese name.")
                    .example("华为应用市场"))
            .field(Field.text("nameEn", "name_en")
                    .describedAs("English name.")
                    .example("Huawei AppGallery"))
            .field(Field.code("kind", "kind", StoreKind.class).required()
                    .describedAs("What kind of place it is.")
                    .example("app-store"))
            .field(Field.json("spellings", "spellings")
                    .describedAs("The spellings regulators print for it."))
            .field(Field.sources("store", () -> SourceSchema.SOURCES))
            .labelledBy("name")
            .searchedBy(Searched.name("nameZh", "name_zh"), Searched.name("nameEn", "name_en"),
                    Searched.alias("spellings", "spellings"), Searched.code("id", Expression.column("id")))
            .sortedBy("id")
            .build();

    private StoreSchema() {
    }
}
