package org.offshelf.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;

/** Reads all pages of a walk at the revision of its first. */
@ApplicationScoped
class Pinning {

    private final Readings readings;
    private final Cursors cursors;
    private final ReferenceCheck references;
    private final Moments moments;

    Pinning(Readings readings, Cursors cursors, ReferenceCheck references, Moments moments) {
        this.readings = readings;
        this.cursors = cursors;
        this.references = references;
        this.moments = moments;
    }

    /**
     * @param text the cursor as sent; null on the first page
     * @param identity of the query it must belong to
     * @param criteria of that query
     * @param found what is wrong with it already
     */
    Cursor cursor(CollectionSchema schema, String text, String identity, List<Criterion> criteria, List<Fault> found,
            Links links) {
        if (text == null) {
            return null;
        }
        Optional<Cursor> cursor = cursors.read(text);
        if (cursor.isPresent() && cursors.belongsTo(cursor.get(), identity)) {
            return cursor.get();
        }
        Fault fault = fault(cursor.isEmpty() ? "It is none that this registry gave out, or it was changed."
                : "It belongs to another query: keep collection, filters, sort, language, asOf and revision as they were.");
        return readings.current(reading -> {
            // A parameter that was not understood is the likelier reason why the query is another.
            references.requireKnown(schema, links, criteria, found, cursor.isEmpty() ? List.of(fault) : List.of());
            throw invalid(fault, links);
        });
    }

    /** @param cursor null to read what is known at the moment, else of the same moment */
    Response read(Moment moment, Cursor cursor, Links links, Function<Reading, Response> work) {
        if (cursor == null) {
            return moments.read(moment, work);
        }
        return readings.at(new Reading(cursor.revision(), cursor.today(), moment.asOf()), work)
                .orElseThrow(() -> invalid(fault("It names a revision this registry does not have."), links));
    }

    private static Fault fault(String reason) {
        return Fault.invalidValue("cursor", null, reason + " Start again without it.");
    }

    private static ProblemException invalid(Fault fault, Links links) {
        return new ProblemException(Problem.of(ProblemType.INVALID_CURSOR, List.of(fault)).trying(links.start()));
    }
}
