package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;

/** A table with a column for each problem, ticked where the app has it: the ticked headings become the problems. */
final class Ticks {

    private static final int HEADINGS_WITHIN = 5;
    private static final Pattern TICK = Pattern.compile("[√✓✔☑●○◎是有Yy1]");
    private static final Pattern NONE = Pattern.compile("[-—/\\\\×✗否无Nn0]*");

    private Ticks() {
    }

    static Table spelledOut(Table table) {
        for (int i = 0; i < Math.min(HEADINGS_WITHIN, table.rows().size() - 1); i++) {
            List<Integer> ticked = ticked(table.rows(), i);
            if (ticked.size() > 1) {
                List<Row> rows = new ArrayList<>();
                rows.add(row(table.rows().get(i), ticked, Headings.usual(Field.PROBLEM)));
                for (Row row : table.rows().subList(i + 1, table.rows().size())) {
                    rows.add(row(row, ticked, problems(table.rows().get(i), row, ticked)));
                }
                return new Table(List.copyOf(rows), table.origin(), table.place(), table.brokenOff());
            }
        }
        return table;
    }

    /** The columns whose heading is a problem, and that hold nothing but ticks. */
    private static List<Integer> ticked(List<Row> rows, int headings) {
        List<Cell> cells = rows.get(headings).cells();
        List<Integer> ticked = new ArrayList<>();
        boolean named = cells.stream().anyMatch(cell -> Headings.field(cell.text()) == Field.APP);
        for (int column = 0; named && column < cells.size(); column++) {
            String heading = Texts.oneLine(cells.get(column).text());
            int at = column;
            boolean only = Headings.field(heading) == null && Content.isProblem(heading)
                    && rows.subList(headings + 1, rows.size()).stream().map(row -> text(row, at))
                            .allMatch(text -> TICK.matcher(text).matches() || NONE.matcher(text).matches());
            if (only) {
                ticked.add(column);
            }
        }
        return ticked;
    }

    private static String problems(Row headings, Row row, List<Integer> ticked) {
        return String.join("\n", ticked.stream().filter(column -> TICK.matcher(text(row, column)).matches())
                .map(column -> Texts.oneLine(headings.cells().get(column).text())).toList());
    }

    private static Row row(Row row, List<Integer> ticked, String problems) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (column == ticked.get(0)) {
                cells.add(new Cell(problems));
            } else if (!ticked.contains(column)) {
                Cell cell = row.cells().get(column);
                cells.add(new Cell(cell.text(), cell.span() == Span.LEFT ? Span.LEFT : Span.OWN));
            }
        }
        return new Row(List.copyOf(cells), row.place());
    }

    private static String text(Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column).text().strip() : "";
    }
}
