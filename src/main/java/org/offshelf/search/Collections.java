package org.offshelf.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.category.CategorySchema;
import org.offshelf.finding.FindingSchema;
import org.offshelf.listing.ListingSchema;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.penalty.PenaltySchema;
import org.offshelf.penalty.StatementSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.SourceSchema;
import org.offshelf.store.StoreSchema;

/** All that can be searched, in the order in which equally good hits are shown. */
final class Collections {

    static final List<CollectionSchema> ALL = List.of(AppSchema.APPS, OperatorSchema.OPERATORS, RegulatorSchema.REGULATORS,
            StoreSchema.STORES, CategorySchema.CATEGORIES, NoticeSchema.NOTICES, FindingSchema.FINDINGS,
            ListingSchema.LISTINGS, PenaltySchema.PENALTIES, StatementSchema.STATEMENTS, SourceSchema.SOURCES);

    /** What one starts typing the name of. */
    static final List<CollectionSchema> NAMED = ALL.subList(0, 6);

    private static final Map<String, CollectionSchema> BY_TYPE = ALL.stream()
            .collect(Collectors.toMap(CollectionSchema::singular, Function.identity()));

    private Collections() {
    }

    /** @param type as in the ledger */
    static Optional<CollectionSchema> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
