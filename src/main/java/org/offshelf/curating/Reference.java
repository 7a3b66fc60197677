package org.offshelf.curating;

import java.util.List;
import java.util.stream.Stream;

import org.offshelf.query.CollectionSchema;

/**
 * A way records refer to each other, as the database holds it.
 *
 * @param from whose records refer
 * @param table that holds the reference: that of the records, or one of their collections
 * @param owner the column of the table with the record's id
 * @param column the column with the id referred to
 * @param to whose records are referred to
 */
record Reference(CollectionSchema from, String table, String owner, String column, CollectionSchema to) {

    static final List<Reference> ALL = Stream.concat(Stream.of(
            one(Kind.NOTICE, "follows_id", Kind.NOTICE), many(Kind.NOTICE, "notice_regulator", Kind.REGULATOR),
            many(Kind.NOTICE, "notice_category", Kind.CATEGORY), one(Kind.FINDING, "notice_id", Kind.NOTICE),
            one(Kind.FINDING, "app_id", Kind.APP), one(Kind.FINDING, "operator_id", Kind.OPERATOR),
            one(Kind.FINDING, "store_id", Kind.STORE), many(Kind.FINDING, "finding_category", Kind.CATEGORY),
            many(Kind.FINDING, "finding_event", Kind.NOTICE), many(Kind.FINDING, "finding_event", Kind.SOURCE),
            one(Kind.APP, "operator_id", Kind.OPERATOR), one(Kind.REGULATOR, "parent_id", Kind.REGULATOR),
            one(Kind.CATEGORY, "parent_id", Kind.CATEGORY), one(Kind.LISTING, "app_id", Kind.APP),
            one(Kind.LISTING, "store_id", Kind.STORE), many(Kind.LISTING, "listing_event", Kind.NOTICE),
            many(Kind.LISTING, "listing_event", Kind.SOURCE), one(Kind.PENALTY, "regulator_id", Kind.REGULATOR),
            one(Kind.PENALTY, "operator_id", Kind.OPERATOR), one(Kind.PENALTY, "notice_id", Kind.NOTICE),
            many(Kind.PENALTY, "penalty_app", Kind.APP), many(Kind.PENALTY, "penalty_category", Kind.CATEGORY),
            one(Kind.STATEMENT, "operator_id", Kind.OPERATOR), one(Kind.STATEMENT, "app_id", Kind.APP),
            one(Kind.STATEMENT, "penalty_id", Kind.PENALTY), one(Kind.STATEMENT, "notice_id", Kind.NOTICE),
            one(Kind.SURVEY, "regulator_id", Kind.REGULATOR)),
            Stream.of(Kind.NOTICE, Kind.FINDING, Kind.APP, Kind.OPERATOR, Kind.REGULATOR, Kind.CATEGORY, Kind.STORE,
                    Kind.LISTING, Kind.PENALTY, Kind.STATEMENT, Kind.SURVEY, Kind.CORRECTION)
                    .map(kind -> many(kind, kind.schema().table() + "_citation", Kind.SOURCE)))
            .toList();

    private static Reference one(Kind<?> from, String column, Kind<?> to) {
        return new Reference(from.schema(), from.schema().table(), "id", column, to.schema());
    }

    private static Reference many(Kind<?> from, String table, Kind<?> to) {
        return new Reference(from.schema(), table, from.schema().table() + "_id", to.schema().table() + "_id", to.schema());
    }

    /** Rows {@code r} of the records that refer, and {@code t} of the references. */
    String join() {
        return from.table() + " r join " + table + " t on t." + owner + " = r.id";
    }
}
