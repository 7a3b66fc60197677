package org.offshelf.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.query.format.Line;

/** Reads the groups of aggregates. */
@ApplicationScoped
class Groups {

    /** More than ten years of days. */
    private static final int MOST_SPANS = 4_000;
    /** A bound on what the database must put together before it can sort and cut. */
    private static final long MOST_FILLED = 200_000;

    private final Queries queries;

    Groups(Queries queries) {
        this.queries = queries;
    }

    private long count(AggregateQuery query, Context context, List<String> spans) {
        return ((Number) queries.rows(new GroupStatements(query, context).count(spans), context).get(0)[0]).longValue();
    }

    /** @param spans as from {@link #spans} */
    Page page(AggregateQuery query, Context context, List<String> spans, int limit, long offset, Links links) {
        List<Object[]> found = limit == 0 ? List.of()
                : queries.rows(new GroupStatements(query, context).page(spans, limit, offset), context);
        List<Line> lines = found.stream().<Line> map(values -> new GroupLine(query, values, links)).toList();
        if (found.isEmpty()) {
            return new Page(lines, count(query, context, spans));
        }
        Object[] first = found.get(0);
        return new Page(lines, ((Number) first[first.length - 1]).longValue());
    }

    /** @param count of all groups */
    record Page(List<Line> lines, long count) {
    }

    /** The spans to show of the dimension that is filled, whether or not there is anything in them; null if none is. */
    List<String> spans(AggregateQuery query, Context context) {
        if (query.filled() == null) {
            return null;
        }
        Object[] found = queries.rows(new GroupStatements(query, context).bounds(), context).get(0);
        Optional<LocalDate> first = Spans.beginning(query.criteria(), query.filled())
                .or(() -> span(found[0]).map(DateSpan::first));
        Optional<LocalDate> last = Spans.end(query.criteria(), query.filled())
                .or(() -> span(found[1]).map(DateSpan::last));
        if (first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        return Spans.between(first.get(), last.get(), query.filled().bucket(), MOST_SPANS)
                .filter(spans -> spans.size() * ((Number) found[2]).longValue() <= MOST_FILLED)
                .orElseThrow(() -> tooMany(query));
    }

    private static Optional<DateSpan> span(Object key) {
        return Optional.ofNullable(key).flatMap(text -> DateSpan.parse(text.toString()));
    }

    private static ProblemException tooMany(AggregateQuery query) {
        Fault fault = Fault.invalidValue("fill", "zero", "That would be more than " + MOST_SPANS + " spans, or " + MOST_FILLED
                + " groups. Group by longer spans than " + query.filled() + ", or set bounds: " + query.filled().path()
                + ".gte and " + query.filled().path() + ".lte.");
        return new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, List.of(fault)));
    }
}
