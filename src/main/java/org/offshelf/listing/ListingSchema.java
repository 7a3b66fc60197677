package org.offshelf.listing;

import org.offshelf.app.AppSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.DatedTable;
import org.offshelf.query.Expression;
import org.offshelf.query.Field;
import org.offshelf.source.SourceSchema;
import org.offshelf.store.StoreSchema;

/** What the API says of listings. */
public final class ListingSchema {

    public static final CollectionSchema LISTINGS = CollectionSchema.named("listings", "listing")
            .describedAs(
                    "Apps in stores: ordered removed, observed removed, restored. An order that names no store stands under the store `all`.")
            .field(Field.id()
                    .describedAs("App and store."))
            .field(Field.reference("app", "app_id", () -> AppSchema.APPS).required().related("kind")
                    .describedAs("The app."))
            .field(Field.reference("store", "store_id", () -> StoreSchema.STORES).required().related("kind")
                    .describedAs("The store.")
                    .example("all"))
            .field(Field.code("status", "status", ListingStatus.class).required()
                    .describedAs(
                            "That of the last event: `removal-ordered` comes from a notice; `removed` and `restored` were observed.")
                    .example("removal-ordered"))
            .field(Field.date("since", "since").required()
                    .describedAs("Day of the last event.")
                    .example("2021-12-09"))
            .field(Field.code("cause", "cause", ListingCause.class)
                    .describedAs("Why, as far as it is known.")
                    .example("ordered"))
            .field(Field.json("events", Expression
                    .of("(select coalesce(json_arrayagg(json_object('kind', e.kind, 'date', e.happened, 'cause', e.cause,"
                            + " 'notice', e.notice_id, 'source', e.source_id, 'note', e.note) order by e.position), '[]')"
                            + " from listing_event e where e.listing_id = @.id)"))
                    .of(Field.code("kind", "kind", ListingStatus.class).required().describedAs("What happened."),
                            Field.date("date", "happened").required().describedAs("Day it happened."),
                            Field.code("cause", "cause", ListingCause.class).describedAs("Why, as far as it is known."),
                            Field.text("notice", "notice_id").describedAs("The notice that says so, if it is one."),
                            Field.reference("source", "source_id", () -> SourceSchema.SOURCES)
                                    .describedAs("The document that says so."),
                            Field.text("note", "note").describedAs("What else there is to say."))
                    .describedAs("The timeline, each event with its source."))
            .field(Field.sources("listing", () -> SourceSchema.SOURCES))
            .drawnFromNotices()
            .searchedThrough("app", "store")
            .dated(DatedTable.from("listing", "(select min(e.happened) from listing_event e where e.listing_id = @.id)")
                    .when("exists (select 1 from listing_event e where e.listing_id = @.id)")
                    .saying("status", last("kind")).saying("since", last("happened")).saying("cause", last("cause")),
                    DatedTable.from("listing_event", "@.happened").referring("notice_id", "notice").referring("source_id",
                            "source"))
            .sortedBy("since:desc")
            .build();

    private ListingSchema() {
    }

    /** What the last event says, in the order of {@link ListingEvent#ORDER}. */
    private static String last(String column) {
        return "(select e." + column + " from listing_event e where e.listing_id = @.id order by e.happened desc, field(e.kind,"
                + " 'removal-ordered', 'removed', 'restored') desc, e.position limit 1)";
    }
}
