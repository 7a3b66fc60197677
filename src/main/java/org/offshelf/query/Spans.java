package org.offshelf.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of all spans of time between two days. */
final class Spans {

    private Spans() {
    }

    /**
     * @param last a day of the last span
     * @return empty if there are more than so many
     */
    static Optional<List<String>> between(LocalDate first, LocalDate last, Bucket bucket, int most) {
        List<String> keys = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last);) {
            if (keys.size() == most) {
                return Optional.empty();
            }
            String key = bucket.key(day);
            keys.add(key);
            day = DateSpan.parse(key).orElseThrow().last().plusDays(1);
        }
        return Optional.of(keys);
    }

    /** From when the filters let days through, if they set a beginning. */
    static Optional<LocalDate> beginning(List<Criterion> criteria, Dimension date) {
        return on(criteria, date).flatMap(criterion -> switch (criterion.filter().comparison()) {
            case EQ -> spans(criterion).map(DateSpan::first).min(LocalDate::compareTo).stream();
            case GTE -> spans(criterion).map(DateSpan::first);
            case GT -> spans(criterion).map(span -> span.last().plusDays(1));
            default -> Stream.empty();
        }).max(LocalDate::compareTo);
    }

    /** Until when they do, that day included. */
    static Optional<LocalDate> end(List<Criterion> criteria, Dimension date) {
        return on(criteria, date).flatMap(criterion -> switch (criterion.filter().comparison()) {
            case EQ -> spans(criterion).map(DateSpan::last).max(LocalDate::compareTo).stream();
            case LTE -> spans(criterion).map(DateSpan::last);
            case LT -> spans(criterion).map(span -> span.first().minusDays(1));
            default -> Stream.empty();
        }).min(LocalDate::compareTo);
    }

    private static Stream<Criterion> on(List<Criterion> criteria, Dimension date) {
        return criteria.stream().filter(criterion -> criterion.filter().via() == date.via()
                && criterion.filter().field() == date.field());
    }

    private static Stream<DateSpan> spans(Criterion criterion) {
        return criterion.values().stream().map(DateSpan.class::cast);
    }
}
