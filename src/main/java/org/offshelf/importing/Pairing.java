package org.offshelf.importing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds for each row of a document the finding that is held of it: first by all that is printed, then by less and less. What
 * is printed alike is paired in order.
 */
final class Pairing {

    private static final List<List<Printed>> KEYS = List.of(
            List.of(Printed.APP, Printed.DEVELOPER, Printed.STORE, Printed.VERSION),
            List.of(Printed.APP, Printed.DEVELOPER, Printed.STORE), List.of(Printed.APP, Printed.STORE, Printed.VERSION),
            List.of(Printed.APP, Printed.DEVELOPER), List.of(Printed.APP),
            List.of(Printed.NUMBER, Printed.DEVELOPER, Printed.STORE, Printed.VERSION));

    private final Map<Integer, HeldFinding> pairs = new HashMap<>();
    private final Set<String> paired = new HashSet<>();

    Pairing(List<RowFacts> rows, List<HeldFinding> held) {
        for (List<Printed> key : KEYS) {
            if (paired.size() < held.size()) {
                pair(key, rows, held);
            }
        }
    }

    private void pair(List<Printed> key, List<RowFacts> rows, List<HeldFinding> held) {
        Map<String, Deque<HeldFinding>> open = new HashMap<>();
        for (HeldFinding finding : held) {
            String text = paired.contains(finding.id()) ? null : key(key, field -> field.held.apply(finding));
            if (text != null) {
                open.computeIfAbsent(text, any -> new ArrayDeque<>()).add(finding);
            }
        }
        for (int i = 0; i < rows.size() && !open.isEmpty(); i++) {
            RowFacts row = rows.get(i);
            Deque<HeldFinding> same = pairs.containsKey(i) ? null : open.get(key(key, field -> field.row.apply(row)));
            if (same != null && !same.isEmpty()) {
                pairs.put(i, same.peek());
                paired.add(same.poll().id());
            }
        }
    }

    /** @return null where a row without its name has less than all of them */
    private static String key(List<Printed> fields, Function<Printed, Object> value) {
        String key = fields.stream().map(value).map(text -> text == null ? "" : Names.normalise(text.toString()))
                .collect(Collectors.joining("\n"));
        boolean isWhole = fields.get(0) == Printed.APP || Arrays.stream(key.split("\n", -1)).noneMatch(String::isEmpty);
        return isWhole ? key : null;
    }

    /** @return null if none is held */
    HeldFinding of(int row) {
        return pairs.get(row);
    }

    boolean isPaired(HeldFinding finding) {
        return paired.contains(finding.id());
    }

    private enum Printed {
        APP(RowFacts::app, HeldFinding::appName),
        DEVELOPER(RowFacts::developer, HeldFinding::developer),
        STORE(RowFacts::store, HeldFinding::storeName),
        VERSION(RowFacts::version, HeldFinding::version),
        NUMBER(RowFacts::printedRow, HeldFinding::printedRow);

        private final Function<RowFacts, Object> row;
        private final Function<HeldFinding, Object> held;

        Printed(Function<RowFacts, Object> row, Function<HeldFinding, Object> held) {
            this.row = row;
            this.held = held;
        }
    }
}
