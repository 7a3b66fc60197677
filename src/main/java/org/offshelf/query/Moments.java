package org.offshelf.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.Fault;
import org.offshelf.http.GivenParameters;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;
import org.offshelf.ledger.RevisionTime;

/** Reads the parameters that say of when an answer is to speak, and then what the registry held then. */
@ApplicationScoped
public class Moments {

    private final Readings readings;

    Moments(Readings readings) {
        this.readings = readings;
    }

    /**
     * Not within a reading: it takes one of its own where an instant or a revision is named.
     *
     * @param faults to which everything is added that is wrong
     */
    public Moment parse(Map<String, List<String>> parameters, List<Fault> faults) {
        int others = faults.size();
        GivenParameters given = new GivenParameters(parameters, faults);
        LocalDate asOf = given.single(Moment.AS_OF).flatMap(text -> asOf(text, faults)).orElse(null);
        Optional<String> knownAt = given.single(Moment.KNOWN_AT);
        Optional<String> revision = given.single(Moment.REVISION);
        if (knownAt.isPresent() && revision.isPresent()) {
            faults.add(Fault.invalidValue(Moment.KNOWN_AT, knownAt.get(),
                    "`knownAt` and `revision` both say what the registry held: leave one of them out."));
        }
        Optional<RevisionTime> time = knownAt.isPresent() ? knownAt.flatMap(text -> lastAt(text, faults))
                : revision.flatMap(text -> revision(text, faults));
        return faults.size() > others ? Moment.NOW
                : new Moment(time.map(RevisionTime::revision).orElse(null), time.map(RevisionTime::day).orElse(null), asOf,
                        time.isPresent() ? knownAt.orElse(null) : null);
    }

    /** The same for what takes no other parameters. */
    Moment parseAlone(Map<String, List<String>> parameters, List<Fault> faults) {
        return parseBeside(List.of(), parameters, faults);
    }

    /** The same for what takes these parameters besides. */
    Moment parseBeside(List<String> others, Map<String, List<String>> parameters, List<Fault> faults) {
        new GivenParameters(parameters, faults)
                .requireKnown(Stream.concat(others.stream(), Moment.PARAMETERS.stream()).toList());
        return parse(parameters, faults);
    }

    /** The same; anything wrong ends the request. */
    public Moment require(Map<String, List<String>> parameters) {
        GivenParameters given = new GivenParameters(parameters);
        Moment moment = parseAlone(parameters, given.faults());
        given.check();
        return moment;
    }

    /** Reads what was known at the moment, as of its day. */
    public <T> T read(Moment moment, Function<Reading, T> work) {
        if (moment.revision() == null) {
            return readings.current(now -> work.apply(moment.asOf() == null ? now : now.asOf(moment.asOf())));
        }
        Reading known = new Reading(moment.revision(), moment.today());
        return readings.at(moment.asOf() == null ? known : known.asOf(moment.asOf()), work)
                .orElseThrow(() -> new IllegalStateException("Revision " + moment.revision() + " is gone"));
    }

    private Optional<LocalDate> asOf(String text, List<Fault> faults) {
        Optional<LocalDate> day = day(text);
        LocalDate today = readings.today();
        if (day.isEmpty()) {
            faults.add(Fault.invalidValue(Moment.AS_OF, text, "A day that exists, as YYYY-MM-DD."));
        } else if (day.get().isAfter(today)) {
            faults.add(Fault.invalidValue(Moment.AS_OF, text,
                    "This day has not come yet; today, in Shanghai, is " + today + "."));
            return Optional.empty();
        }
        return day;
    }

    private Optional<RevisionTime> revision(String text, List<Fault> faults) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            faults.add(Fault.invalidValue(Moment.REVISION, text, "A whole number from 1."));
            return Optional.empty();
        }
        Optional<RevisionTime> found = readings.revision(Long.parseLong(text));
        if (found.isEmpty()) {
            long last = readings.current(Reading::revision);
            faults.add(Fault.invalidValue(Moment.REVISION, text, last == 0 ? "There is no revision yet: the registry is empty."
                    : "There is no such revision; the last is " + last + "."));
        }
        return found;
    }

    private Optional<RevisionTime> lastAt(String text, List<Fault> faults) {
        Optional<Instant> instant = instant(text);
        if (instant.isEmpty()) {
            faults.add(Fault.invalidValue(Moment.KNOWN_AT, text, "An instant, such as 2021-12-31T08:30:00Z, or a day, as"
                    + " YYYY-MM-DD, which stands for its end in Shanghai."));
            return Optional.empty();
        }
        Instant now = readings.now();
        if (instant.get().isAfter(now)) {
            // What is written until then would be part of the answer, which would change.
            faults.add(Fault.invalidValue(Moment.KNOWN_AT, text,
                    "This is not over yet; now is " + now.truncatedTo(ChronoUnit.SECONDS)
                            + ". Name an earlier instant or day, or leave it out for what is known now."));
            return Optional.empty();
        }
        Optional<RevisionTime> last = readings.lastAt(instant.get());
        if (last.isEmpty()) {
            faults.add(Fault.invalidValue(Moment.KNOWN_AT, text, readings.first()
                    .map(first -> "Nothing was held yet: the first revision is of " + first.at() + ".")
                    .orElse("There is no revision yet: the registry is empty.")));
        }
        return last;
    }

    /** A plus in a query string means a space, and few write it as what it means here. */
    private static Optional<Instant> instant(String text) {
        Optional<LocalDate> day = day(text);
        if (day.isPresent()) {
            return day.map(d -> d.plusDays(1).atStartOfDay(Readings.ZONE).toInstant().minusNanos(1));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
