package org.offshelf.hot;

import java.time.LocalDate;
import java.util.Comparator;

import org.offshelf.ledger.Reading;

import io.vertx.ext.web.RoutingContext;

/**
 * How long an answer stays what it is: one that hangs on nothing but its request and this may be kept.
 *
 * @param revision the last one must be this; null for any
 * @param day it must be this in Shanghai; null for any
 */
public record Validity(Long revision, LocalDate day) implements Comparable<Validity> {

    private static final Comparator<Validity> BY_AGE = Comparator
            .comparing(Validity::revision, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Validity::day, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Of an answer whose request itself says of which revision and day it is to speak. */
    public static final Validity FOREVER = new Validity(null, null);

    /** Of an answer about what the registry holds now; where it was read as of a day, it does not matter when. */
    public static Validity of(Reading current) {
        return new Validity(current.revision(), current.asOf() == null ? current.today() : null);
    }

    /** To be said by whoever makes the answer to the request. */
    public void declare(RoutingContext request) {
        request.put(Validity.class.getName(), this);
    }

    static Validity declared(RoutingContext request) {
        return request.get(Validity.class.getName());
    }

    /** The later is greater. */
    @Override
    public int compareTo(Validity other) {
        return BY_AGE.compare(this, other);
    }

    boolean holds(long last, LocalDate today) {
        return (revision == null || revision == last) && (day == null || day.equals(today));
    }
}
