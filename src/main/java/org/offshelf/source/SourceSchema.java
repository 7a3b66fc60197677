package org.offshelf.source;

import org.offshelf.query.CollectionSchema;
import org.offshelf.query.DatedTable;
import org.offshelf.query.Field;
import org.offshelf.query.Searched;

/** What the API says of sources. */
public final class SourceSchema {

    public static final CollectionSchema SOURCES = CollectionSchema.named("sources", "source")
            .describedAs("The documents behind the facts: notices, reports, laws.")
            .field(Field.id()
                    .describedAs("Id, derived from the URL or, without one, from publisher, title and date."))
            .field(Field.code("kind", "kind", SourceKind.class).required()
                    .describedAs("How close the document is to the regulator.")
                    .example("official"))
            .field(Field.text("title", "title").required()
                    .describedAs("Title as printed.")
                    .example("关于下架侵害用户权益APP名单的通报"))
            .field(Field.text("publisher", "publisher")
                    .describedAs("Who published it.")
                    .example("工业和信息化部"))
            .field(Field.text("url", "url")
                    .describedAs("Where it was published."))
            .field(Field.date("published", "published")
                    .describedAs("Day of publication.")
                    .example("2021-12-09"))
            .field(Field.date("retrieved", "retrieved")
                    .describedAs("Day it was retrieved.")
                    .example("2026-11-01"))
            .field(Field.text("sha256", "sha256")
                    .describedAs("SHA-256 of the archived copy, lower-case hex.")
                    .example("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
            .field(Field.text("language", "language")
                    .describedAs("Its language, ISO 639-1.")
                    .example("zh"))
            .labelledBy("title")
            .countedBy("publisher", "language")
            .searchedBy(Searched.name("title", "title"), Searched.alias("publisher", "publisher"))
            // A document that bears no day at all is not kept from what rests on it.
            .dated(DatedTable.from("source", "coalesce(@.published, @.retrieved, date '0001-01-01')"))
            .sortedBy("published:desc")
            .build();

    private SourceSchema() {
    }
}
