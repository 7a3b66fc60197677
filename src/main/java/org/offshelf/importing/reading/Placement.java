package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;

/** Puts the cells of a row under the columns of its list, where there are as many as those or not. */
final class Placement {

    private final Columns columns;
    private final Origin origin;
    private final List<Warning> warnings;

    Placement(Columns columns, Origin origin, List<Warning> warnings) {
        this.columns = columns;
        this.origin = origin;
        this.warnings = warnings;
    }

    /**
     * @param goesOn whether a row of the list stands above
     * @param above is given what comes from a cell that is merged with the one above
     * @return whether that could be done
     */
    boolean place(Row row, boolean goesOn, Map<Field, String> values, Set<Field> above) {
        List<Cell> cells = new ArrayList<>(row.cells());
        while (cells.size() > columns.fields().size() && cells.get(cells.size() - 1).text().isBlank()) {
            cells.remove(cells.size() - 1);
        }
        boolean merged = cells.stream().anyMatch(cell -> cell.span() != Span.OWN);
        if (!merged && goesOn && isOnlyProblem(cells)) {
            cells.stream().map(Cell::text).filter(text -> !text.isBlank())
                    .forEach(text -> values.put(Field.PROBLEM, text.strip()));
            return true;
        }
        int wide = columns.fields().size() + columns.unknown().size();
        if (!merged && (isShifted(cells) || cells.size() > wide || cells.size() < columns.fields().size())) {
            return align(row, cells, values);
        }
        for (int column = 0; column < Math.min(cells.size(), columns.fields().size()); column++) {
            Field field = columns.fields().get(column);
            Cell cell = cells.get(column);
            if (field != null && cell.span() != Span.LEFT) {
                values.merge(field, cell.text().strip(), (before, own) -> own.isEmpty() ? before : before + "\n" + own);
                if (cell.span() == Span.ABOVE) {
                    above.add(field);
                }
            }
        }
        return true;
    }

    /** All that was left of a row whose other cells are merged, wherever it slipped to. */
    private boolean isOnlyProblem(List<Cell> cells) {
        List<Cell> own = cells.stream().filter(cell -> !cell.text().isBlank()).toList();
        return columns.has(Field.PROBLEM) && own.size() == 1 && Content.isProblem(own.get(0).text());
    }

    /** The first column is for numbers, and something else stands there. */
    private boolean isShifted(List<Cell> cells) {
        int number = columns.indexOf(Field.NUMBER);
        if (number < 0 || number >= cells.size()) {
            return false;
        }
        String text = Texts.oneLine(cells.get(number).text());
        boolean rest = cells.stream().skip(number + 1L).anyMatch(cell -> !cell.text().isBlank());
        return Numerals.printed(text) == null && !Content.isDash(text) && (!rest || origin != Origin.GRID);
    }

    private boolean align(Row row, List<Cell> cells, Map<Field, String> values) {
        List<String> pieces = new ArrayList<>(cells.stream().map(Cell::text).toList());
        while (!pieces.isEmpty() && pieces.get(pieces.size() - 1).isBlank()) {
            pieces.remove(pieces.size() - 1);
        }
        if (pieces.size() == 1 && columns.has(Field.PROBLEM) && !isSureElsewhere(pieces.get(0))) {
            values.put(Field.PROBLEM, pieces.get(0).strip());
            return true;
        }
        List<String> aligned = Alignment.align(pieces, columns.fields(), origin);
        if (aligned == null) {
            return false;
        }
        for (int column = 0; column < aligned.size(); column++) {
            if (columns.fields().get(column) != null && !aligned.get(column).isBlank()) {
                values.put(columns.fields().get(column), aligned.get(column).strip());
            }
        }
        if (pieces.size() > columns.fields().size()) {
            warnings.add(new Warning(Warning.Kind.INFERRED, row.place(),
                    "The row has " + pieces.size() + " pieces for " + columns.fields().size()
                            + " columns; those that belong together were joined."));
        }
        return true;
    }

    private boolean isSureElsewhere(String text) {
        return columns.fields().stream().anyMatch(field -> field != null && field != Field.PROBLEM && field != Field.APP
                && field != Field.REGION && Content.isSure(field, text)) && !Content.isProblem(text);
    }
}
