package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;

import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;

/**
 * Builds a table cell by cell, putting merged cells into every place they cover. Spans cost nothing beyond the table's size.
 */
final class Grid {

    private record Reach(Cell cell, int rowsLeft) {
    }

    private final Budget budget;
    private final String place;
    private final List<Row> rows = new ArrayList<>();
    private final List<Reach> reaching = new ArrayList<>();
    private List<Cell> row;

    Grid(Budget budget, String place) {
        this.budget = budget;
        this.place = place;
    }

    void startRow() {
        row = new ArrayList<>();
    }

    String rowPlace() {
        return place + ", row " + (rows.size() + 1);
    }

    /** @param rowspan 0 means to the end of the table */
    void cell(String text, int colspan, int rowspan) {
        cover();
        int columns = Math.max(1, Math.min(colspan, budget.limits().columns()));
        Cell own = new Cell(text);
        for (int i = 0; i < columns; i++) {
            // A heading that claims a million columns has as many as fit
            if (i > 0 && (row.size() >= budget.limits().columns() || reachingAt(row.size()) != null)) {
                break;
            }
            budget.cell(rowPlace(), i == 0 ? text.length() : 0, row.size());
            int left = rowspan == 0 ? Integer.MAX_VALUE : rowspan - 1;
            reach(row.size(), left > 0 ? new Reach(new Cell(text, i == 0 ? Span.ABOVE : Span.LEFT), left) : null);
            row.add(i == 0 ? own : new Cell(text, Span.LEFT));
        }
    }

    void endRow() {
        cover();
        while (!row.isEmpty() && row.get(row.size() - 1).span() == Span.LEFT) {
            row.remove(row.size() - 1);
        }
        rows.add(new Row(List.copyOf(row), rowPlace()));
    }

    Table table() {
        return new Table(List.copyOf(rows), Origin.GRID, place);
    }

    /** Fills the places that cells of earlier rows reach into, up to the next free one. */
    private void cover() {
        Reach above = reachingAt(row.size());
        while (above != null) {
            budget.cell(rowPlace(), 0, row.size());
            reach(row.size(), above.rowsLeft() > 1 ? new Reach(above.cell(), above.rowsLeft() - 1) : null);
            row.add(above.cell());
            above = reachingAt(row.size());
        }
    }

    private Reach reachingAt(int column) {
        return column < reaching.size() ? reaching.get(column) : null;
    }

    private void reach(int column, Reach reach) {
        while (reaching.size() <= column) {
            reaching.add(null);
        }
        reaching.set(column, reach);
    }
}
