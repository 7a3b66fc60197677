package org.offshelf.query;

import java.util.Set;

import org.offshelf.ledger.Coded;

/** A small collection with a field of every kind, and one it refers to. */
final class Shelf {

    static final CollectionSchema LABELS = CollectionSchema.named("labels", "label")
            .field(Field.id())
            .field(Field.text("region", "region"))
            .sortedBy("id")
            .build();

    static final CollectionSchema RECORDS = CollectionSchema.named("records", "record")
            .field(Field.id())
            .field(Field.text("title", "title").required())
            .field(Field.text("note", "note"))
            .field(Field.code("format", "format", Format.class))
            .field(Field.date("released", "released"))
            .field(Field.integer("tracks", "tracks"))
            .field(Field.decimal("price", "price"))
            .field(Field.json("songs", "songs"))
            .field(Field.reference("label", "label_id", () -> LABELS).related("region"))
            .field(Field.references("genre", "id", "record_genre", "record_id", "genre_id", () -> LABELS).grouped())
            .sortedBy("released:desc", "title")
            .build();

    /** The parameters that follow from the declaration above, by the grammar of the contract. */
    static final Set<String> PARAMETERS = Set.of("id", "id.not", "title", "title.not", "note", "note.not", "note.exists",
            "format", "format.not", "format.exists", "released", "released.not", "released.gt", "released.gte", "released.lt",
            "released.lte", "released.exists", "tracks", "tracks.not", "tracks.gt", "tracks.gte", "tracks.lt", "tracks.lte",
            "tracks.exists", "price", "price.not", "price.gt", "price.gte", "price.lt", "price.lte", "price.exists", "label",
            "label.not", "label.exists", "label.region", "label.region.not", "label.region.exists", "genre", "genre.not",
            "genre.all", "genre.exists", "genre.group", "genre.group.not", "genre.group.all", "genre.group.exists",
            "revision.not", "revision.gt", "revision.gte", "revision.lt",
            "revision.lte");

    enum Format implements Coded {
        LONG_PLAY,
        SINGLE
    }

    private Shelf() {
    }
}
