package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;

import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Row;

/** Joins the lines of each row in a table that has a rule drawn between any two rows. */
final class WrappedLines {

    /** Above, below the headings, and at the end: with fewer, nothing is said about the rows. */
    static final int FEWEST_RULES = 4;

    private WrappedLines() {
    }

    /** @param rules how many lines stand above each rule */
    static List<Row> join(List<Row> lines, List<Integer> rules) {
        List<Row> rows = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (rules.contains(i) && !open.isEmpty()) {
                rows.add(row(open));
                open = new ArrayList<>();
            }
            open.add(lines.get(i));
        }
        if (!open.isEmpty()) {
            rows.add(row(open));
        }
        return rows;
    }

    private static Row row(List<Row> lines) {
        int width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            StringBuilder text = new StringBuilder();
            String before = "";
            for (Row line : lines) {
                String own = column < line.cells().size() ? line.cells().get(column).text() : "";
                if (!own.isBlank()) {
                    text.append(text.isEmpty() || isFull(before) ? "" : "\n").append(own.strip());
                }
                before = own;
            }
            cells.add(new Cell(text.toString()));
        }
        return new Row(List.copyOf(cells), lines.get(0).place());
    }

    /** No further character would have fitted. */
    private static boolean isFull(String text) {
        return !text.endsWith("  ");
    }
}
