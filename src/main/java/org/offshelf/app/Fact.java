package org.offshelf.app;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Something known about an app that says where it stands. Facts have one order, whatever the order they come in: by day, those
 * of a day in the order of {@link AppStatus}, and where that leaves a choice, by what they come from. The last one counts.
 *
 * @param since the day; null when it is not known, which comes before any day
 * @param deadline by when it has to be put right; null when there is none
 * @param from the finding or listing that says so
 */
public record Fact(AppStatus status, LocalDate since, LocalDate deadline, String from) implements Comparable<Fact> {

    private static final Comparator<Fact> ORDER = Comparator
            .comparing(Fact::since, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Fact::status)
            .thenComparing(Fact::from).thenComparing(Fact::deadline, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }
}
