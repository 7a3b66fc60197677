package org.offshelf.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.category.CategorySchema;
import org.offshelf.correction.CorrectionSchema;
import org.offshelf.coverage.CoverageSchema;
import org.offshelf.coverage.SurveySchema;
import org.offshelf.finding.FindingSchema;
import org.offshelf.http.Nearest;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.listing.ListingSchema;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.penalty.PenaltySchema;
import org.offshelf.penalty.StatementSchema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.regulator.RegulatorSchema;
import org.offshelf.source.SourceSchema;
import org.offshelf.store.StoreSchema;

/** The one list of all collections: what was done first, then to whom, by whom and for what. */
public final class Catalogue {

    public static final List<CollectionSchema> COLLECTIONS = List.of(NoticeSchema.NOTICES, FindingSchema.FINDINGS,
            AppSchema.APPS,
            OperatorSchema.OPERATORS, RegulatorSchema.REGULATORS, CategorySchema.CATEGORIES, StoreSchema.STORES,
            ListingSchema.LISTINGS, PenaltySchema.PENALTIES, StatementSchema.STATEMENTS, SurveySchema.SURVEYS,
            SourceSchema.SOURCES, CorrectionSchema.CORRECTIONS);

    /** The collections, and what is counted from them and listed like one. */
    static final List<CollectionSchema> LISTED = Stream
            .concat(COLLECTIONS.stream(), Stream.of(CoverageSchema.COVERAGE)).toList();

    static {
        CollectionSchema.connect(COLLECTIONS);
    }

    private Catalogue() {
    }

    public static Optional<CollectionSchema> find(String name) {
        return COLLECTIONS.stream().filter(collection -> collection.name().equals(name)).findFirst();
    }

    static Optional<CollectionSchema> listed(String name) {
        return LISTED.stream().filter(collection -> collection.name().equals(name)).findFirst();
    }

    /** One by its name; a name that is none ends the request with 404, and what was meant. */
    public static CollectionSchema require(String name) {
        return require(name, COLLECTIONS);
    }

    /** The same among {@link #LISTED}. */
    static CollectionSchema requireListed(String name) {
        return require(name, LISTED);
    }

    private static CollectionSchema require(String name, List<CollectionSchema> among) {
        return among.stream().filter(collection -> collection.name().equals(name)).findFirst().orElseThrow(() -> {
            String nearest = Nearest.match(name, among.stream().map(CollectionSchema::name).toList())
                    .map(near -> " Did you mean `" + near + "`?").orElse("");
            return new ProblemException(Problem
                    .of(ProblemType.NOT_FOUND, "There is no collection `" + name + "`." + nearest).trying("/v1/fields"));
        });
    }

    /** @param type as the ledger calls it */
    public static CollectionSchema ofType(String type) {
        return COLLECTIONS.stream().filter(collection -> collection.singular().equals(type)).findFirst().orElseThrow();
    }

    public static List<String> names() {
        return COLLECTIONS.stream().map(CollectionSchema::name).toList();
    }

    /** Findings, for findings; as in the tags of the OpenAPI document. */
    public static String title(CollectionSchema collection) {
        return capitalised(collection.name());
    }

    /** Finding, for findings. */
    static String typeName(CollectionSchema collection) {
        return capitalised(collection.singular());
    }

    public static String path(CollectionSchema collection) {
        return "/v1/" + collection.name();
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
