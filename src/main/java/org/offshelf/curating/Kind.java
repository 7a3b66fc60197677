package org.offshelf.curating;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.offshelf.app.App;
import org.offshelf.app.AppSchema;
import org.offshelf.app.Operator;
import org.offshelf.app.OperatorSchema;
import org.offshelf.category.Category;
import org.offshelf.category.CategorySchema;
import org.offshelf.correction.Correction;
import org.offshelf.correction.CorrectionSchema;
import org.offshelf.coverage.Survey;
import org.offshelf.coverage.SurveySchema;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingSchema;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingSchema;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.penalty.Penalty;
import org.offshelf.penalty.PenaltySchema;
import org.offshelf.penalty.Statement;
import org.offshelf.penalty.StatementSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.regulator.Regulator;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.Source;
import org.offshelf.source.SourceSchema;
import org.offshelf.store.Store;
import org.offshelf.store.StoreSchema;

/** A kind of record: how it is read, and how it is written. */
record Kind<R extends RegistryRecord>(CollectionSchema schema, Class<R> type) {

    static final Kind<Notice> NOTICE = new Kind<>(NoticeSchema.NOTICES, Notice.class);
    static final Kind<Finding> FINDING = new Kind<>(FindingSchema.FINDINGS, Finding.class);
    static final Kind<App> APP = new Kind<>(AppSchema.APPS, App.class);
    static final Kind<Operator> OPERATOR = new Kind<>(OperatorSchema.OPERATORS, Operator.class);
    static final Kind<Regulator> REGULATOR = new Kind<>(RegulatorSchema.REGULATORS, Regulator.class);
    static final Kind<Category> CATEGORY = new Kind<>(CategorySchema.CATEGORIES, Category.class);
    static final Kind<Store> STORE = new Kind<>(StoreSchema.STORES, Store.class);
    static final Kind<Listing> LISTING = new Kind<>(ListingSchema.LISTINGS, Listing.class);
    static final Kind<Penalty> PENALTY = new Kind<>(PenaltySchema.PENALTIES, Penalty.class);
    static final Kind<Statement> STATEMENT = new Kind<>(StatementSchema.STATEMENTS, Statement.class);
    static final Kind<Survey> SURVEY = new Kind<>(SurveySchema.SURVEYS, Survey.class);
    static final Kind<Source> SOURCE = new Kind<>(SourceSchema.SOURCES, Source.class);
    static final Kind<Correction> CORRECTION = new Kind<>(CorrectionSchema.CORRECTIONS, Correction.class);

    private static final Map<String, Kind<?>> BY_COLLECTION = new LinkedHashMap<>();

    static {
        Stream.of(NOTICE, FINDING, APP, OPERATOR, REGULATOR, CATEGORY, STORE, LISTING, PENALTY, STATEMENT, SURVEY, SOURCE,
                CORRECTION)
                .forEach(kind -> BY_COLLECTION.put(kind.schema().name(), kind));
    }

    static Kind<?> of(String collection) {
        return BY_COLLECTION.get(collection);
    }

    /** @param type as the ledger calls it */
    static Kind<?> ofType(String type) {
        return BY_COLLECTION.values().stream().filter(kind -> kind.schema().singular().equals(type)).findFirst().orElseThrow();
    }
}
