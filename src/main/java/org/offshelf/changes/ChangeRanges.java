package org.offshelf.changes;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.ChangeLog;
import org.offshelf.ledger.Position;
import org.offshelf.ledger.Readings;
import org.offshelf.query.Links;
import org.offshelf.query.RecordFilters;

/** Finds the part of the ledger that a request means, or says what is wrong with the request. */
@ApplicationScoped
class ChangeRanges {

    private final Readings readings;
    private final ChangeLog log;
    private final RecordFilters filters;

    ChangeRanges(Readings readings, ChangeLog log, RecordFilters filters) {
        this.readings = readings;
        this.log = log;
        this.filters = filters;
    }

    /** @param found what is wrong besides */
    ChangeRange of(ChangeRequest request, List<Fault> found, Links links) {
        return readings.current(reading -> {
            require(request, found, reading.revision(), links);
            return range(request, reading.revision());
        });
    }

    /**
     * Ends the request with all that is wrong with it; asks the database only about records that its filter names.
     *
     * @param current the last revision
     */
    void require(ChangeRequest request, List<Fault> found, long current, Links links) {
        List<Fault> faults = new ArrayList<>(found);
        faults.addAll(request.faults());
        if (request.since().complete() > current) {
            faults.add(Fault.invalidValue("since", request.since().toString(), "The last revision there is is "
                    + current + ". If this is not the registry that number came from, start from 0."));
        }
        if (request.filter().records() != null) {
            filters.requireKnown(request.filter().records(), links, faults);
        } else if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults)
                    .trying(links.corrected(faults).orElse(null)));
        }
    }

    private ChangeRange range(ChangeRequest request, long current) {
        Position since = request.since();
        if (request.from() != null) {
            Position from = Position.endOf(log.lastBefore(request.from()));
            since = from.revision() > since.complete() ? from : since;
        }
        long until = Math.min(request.until(), current);
        if (request.before() != null) {
            until = Math.min(until, log.lastBefore(request.before()));
        }
        return new ChangeRange(since, until, current, until < current);
    }
}
