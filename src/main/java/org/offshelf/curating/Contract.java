package org.offshelf.curating;

import java.util.List;
import java.util.stream.Stream;

import org.offshelf.writing.BodySchema;

/** What the OpenAPI document is told of the curators' operations, and completes from the declarations of their bodies. */
public final class Contract {

    /**
     * Marks an operation whose body is the one so named. Behind a space come the collections of which each has the operation,
     * separated by {@code |}; {@code #} then stands for the type of their records.
     */
    public static final String BODY = "x-offshelf-body";
    /** The tag of an operation that every collection has. */
    public static final String COLLECTION = "{collection}";
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private Contract() {
    }

    public static List<BodySchema> bodies() {
        return Stream.concat(CorrectableFields.ALL.values().stream().map(Correctable::correction),
                Stream.of(FindingEvents.BODY, ListingEvents.BODY, CitedSources.NEW, CitedSources.CITATION, NewRecords.PENALTY,
                        NewRecords.STATEMENT, NewRecords.SURVEY, Retraction.RETRACTION, Retraction.RESTORATION, Merging.APPS,
                        Merging.OPERATORS, Unmerging.BODY, Splitting.BODY, Wording.PHRASE, Wording.SPELLING, Filing.BODY,
                        Settling.OUTCOME, Settling.WITHDRAWAL))
                .toList();
    }
}
