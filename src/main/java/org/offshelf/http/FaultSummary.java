package org.offshelf.http;

import java.util.List;

/** Says in one or two sentences what a list of faults comes to. */
final class FaultSummary {

    private static final List<String> NUMBERS = List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight",
            "Nine", "Ten", "Eleven", "Twelve");

    private FaultSummary() {
    }

    static String of(ProblemType type, List<Fault> faults) {
        var query = type == ProblemType.INVALID_PARAMETER || type == ProblemType.INVALID_CURSOR;
        var noun = query ? "parameter" : "field";
        var parameters = faults.stream().map(Fault::place).distinct().count();
        return count(parameters) + " " + noun + (parameters == 1 ? " was" : "s were")
                + (query ? " not understood. Nothing was ignored." : " not valid. Nothing was changed.");
    }

    private static String count(long count) {
        return count < NUMBERS.size() ? NUMBERS.get((int) count) : Long.toString(count);
    }
}
