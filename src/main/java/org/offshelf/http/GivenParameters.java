package org.offshelf.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request as they were given: none is ignored, and all that is wrong with them is told at once. */
public final class GivenParameters {

    private final Map<String, List<String>> given;
    private final List<Fault> faults;

    public GivenParameters(Map<String, List<String>> given) {
        this(given, new ArrayList<>());
    }

    /** @param faults to which everything is added that is wrong */
    public GivenParameters(Map<String, List<String>> given, List<Fault> faults) {
        this.given = given;
        this.faults = faults;
    }

    public GivenParameters requireKnown(Collection<String> known) {
        given.keySet().stream().filter(name -> !known.contains(name))
                .forEach(name -> faults.add(Fault.unknownParameter(name, known)));
        return this;
    }

    public Optional<String> single(String name) {
        List<String> texts = given.getOrDefault(name, List.of());
        if (texts.size() > 1) {
            faults.add(Fault.invalidValue(name, String.join(" and ", texts), "Given more than once."));
        }
        return texts.stream().findFirst();
    }

    /** All values, whether they stand in one parameter, separated by commas, or in several. */
    public List<String> values(String name) {
        return given.getOrDefault(name, List.of()).stream().flatMap(text -> Arrays.stream(text.split(",", -1))).distinct()
                .toList();
    }

    public Optional<String> code(String name, Collection<String> allowed) {
        Optional<String> text = single(name);
        text.filter(code -> !allowed.contains(code))
                .ifPresent(code -> faults.add(Fault.unknownValue(name, code, allowed)));
        return text.filter(allowed::contains);
    }

    public Optional<Integer> number(String name, int least, int most) {
        return number(name, least, most, "A whole number from " + least + " to " + most + ".");
    }

    /** @param form what is said of another value */
    public Optional<Integer> number(String name, int least, int most, String form) {
        return wholeNumber(name, least, most, form).map(Math::toIntExact);
    }

    /** Where a page begins, for lists that are gone through by a number. */
    public long cursor(long otherwise) {
        return wholeNumber("cursor", 1, Long.MAX_VALUE, "Take it from `meta.nextCursor` of a page.").orElse(otherwise);
    }

    private Optional<Long> wholeNumber(String name, long least, long most, String form) {
        Optional<String> text = single(name);
        Optional<Long> number = text.filter(digits -> digits.matches("\\d{1,18}")).map(Long::parseLong)
                .filter(value -> value >= least && value <= most);
        if (text.isPresent() && number.isEmpty()) {
            faults.add(Fault.invalidValue(name, text.get(), form));
        }
        return number;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Ends the request if anything is wrong. */
    public void check() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults));
        }
    }

    /** @param path what is suggested instead */
    public void checkOrTry(String path) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults).trying(path));
        }
    }
}
