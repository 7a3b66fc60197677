package org.offshelf.query;

import java.util.List;
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

    Pinning(Readings readings, Cursors cursors) {
        this.readings = readings;
        this.cursors = cursors;
    }

    /**
     * @param text the cursor as sent; null on the first page
     * @param identity of the query it must belong to
     */
    Cursor cursor(String text, String identity, Links links) {
        if (text == null) {
            return null;
        }
        Cursor cursor = cursors.read(text)
                .orElseThrow(() -> invalid("It is none that this registry gave out, or it was changed.", links));
        if (!cursors.belongsTo(cursor, identity)) {
            throw invalid("It belongs to another query: keep collection, filters and sort as they were.", links);
        }
        return cursor;
    }

    /** @param cursor null to read what is current */
    Response read(Cursor cursor, Links links, Function<Reading, Response> work) {
        if (cursor == null) {
            return readings.current(work);
        }
        return readings.at(cursor.revision(), cursor.today(), work)
                .orElseThrow(() -> invalid("It names a revision this registry does not have.", links));
    }

    private static ProblemException invalid(String reason, Links links) {
        Fault fault = Fault.invalidValue("cursor", null, reason + " Start again without it.");
        return new ProblemException(Problem.of(ProblemType.INVALID_CURSOR, List.of(fault)).trying(links.start()));
    }
}
