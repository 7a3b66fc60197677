package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;

/** Splits a line at its bars. */
final class Pipes {

    private Pipes() {
    }

    /** Whether the table has a border on the left, by its first line; otherwise a bar there follows an empty cell. */
    static boolean isBordered(String first) {
        String stripped = first.strip();
        return !stripped.isEmpty() && isBar(stripped.charAt(0));
    }

    /** The cells with the space around them. A bar at the end borders the table; an escaped one belongs to the text. */
    static List<String> split(String line, boolean bordered) {
        List<String> cells = new ArrayList<>();
        String stripped = line.strip();
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (isBar(c) && (i == 0 || stripped.charAt(i - 1) != '\\')) {
                if (i > 0 || !bordered) {
                    cells.add(cell.toString());
                }
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.isEmpty()) {
            cells.add(cell.toString());
        }
        return cells;
    }

    /** Whether all lines end with a bar but the last, which then ends in the middle. */
    static boolean isBrokenOff(List<String> lines) {
        int last = lines.size() - 1;
        return last >= 2 && !endsWithBar(lines.get(last)) && lines.subList(0, last).stream().allMatch(Pipes::endsWithBar);
    }

    private static boolean endsWithBar(String line) {
        String stripped = line.strip();
        return !stripped.isEmpty() && isBar(stripped.charAt(stripped.length() - 1));
    }

    static boolean isBar(char c) {
        return c == '|' || c == '｜' || c == '│' || c == '┃';
    }
}
