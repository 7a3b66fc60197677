package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.offshelf.importing.reading.PdfPage.Glyph;
import org.offshelf.importing.reading.PdfPage.Rule;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;

/** A table drawn with lines: where they cross are its cells, and where one is missing two cells are one. */
final class PdfTable {

    private static final double NEAR = 2.5;

    private final double[] columns;
    private final double[] rows;
    private final List<Rule> rules;
    /** For each place the cell it belongs to: the place of that cell's top left corner. */
    private final int[] cellOf;
    private final List<List<Glyph>> glyphs = new ArrayList<>();

    private PdfTable(double[] columns, double[] rows, List<Rule> rules, Budget budget) {
        this.columns = columns;
        this.rows = rows;
        this.rules = rules;
        int places = (columns.length - 1) * (rows.length - 1);
        this.cellOf = new int[places];
        for (int i = 0; i < places; i++) {
            cellOf[i] = i;
            glyphs.add(new ArrayList<>());
        }
        joinCells(budget);
    }

    /** The tables that the lines of a page make, each of two rows or columns at least. */
    static List<PdfTable> of(List<Rule> rules, Budget budget) {
        List<PdfTable> tables = new ArrayList<>();
        List<List<Rule>> groups = connected(rules, budget);
        for (List<Rule> group : groups) {
            double[] columns = positions(group.stream().filter(rule -> !rule.horizontal()).mapToDouble(Rule::x1).toArray());
            double[] rows = positions(group.stream().filter(Rule::horizontal).mapToDouble(Rule::y1).toArray());
            if (columns.length >= 3 && rows.length >= 2) {
                if (columns.length > budget.limits().columns()) {
                    throw new DocumentRefused(DocumentRefused.Kind.TOO_LARGE,
                            "A table has more than " + budget.limits().columns() + " columns.");
                }
                budget.cells(columns.length * rows.length);
                tables.add(new PdfTable(columns, rows, group, budget));
            }
        }
        tables.sort(Comparator.comparingDouble(PdfTable::top));
        return tables;
    }

    private static List<List<Rule>> connected(List<Rule> rules, Budget budget) {
        // From top to bottom, so that only the groups still reaching down need be looked at
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparingDouble(Rule::y1));
        List<List<Rule>> done = new ArrayList<>();
        List<List<Rule>> open = new ArrayList<>();
        List<double[]> reach = new ArrayList<>();
        for (Rule rule : sorted) {
            budget.time();
            List<Rule> group = new ArrayList<>(List.of(rule));
            double[] box = { rule.x1() - NEAR, rule.x2() + NEAR, rule.y2() + NEAR };
            for (int i = open.size() - 1; i >= 0; i--) {
                double[] other = reach.get(i);
                if (other[2] < rule.y1()) {
                    done.add(open.remove(i));
                    reach.remove(i);
                } else if (other[0] <= box[1] && box[0] <= other[1]) {
                    List<Rule> larger = open.remove(i);
                    reach.remove(i);
                    if (larger.size() < group.size()) {
                        group.addAll(larger);
                    } else {
                        larger.addAll(group);
                        group = larger;
                    }
                    box = new double[] { Math.min(box[0], other[0]), Math.max(box[1], other[1]), Math.max(box[2], other[2]) };
                }
            }
            open.add(group);
            reach.add(box);
        }
        done.addAll(open);
        return done;
    }

    private static double[] positions(double[] all) {
        Arrays.sort(all);
        List<Double> distinct = new ArrayList<>();
        for (double position : all) {
            if (distinct.isEmpty() || position - distinct.get(distinct.size() - 1) > NEAR) {
                distinct.add(position);
            }
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double top() {
        return rows[0];
    }

    double bottom() {
        return rows[rows.length - 1];
    }

    private int width() {
        return columns.length - 1;
    }

    private int height() {
        return rows.length - 1;
    }

    private void joinCells(Budget budget) {
        boolean[] right = new boolean[cellOf.length];
        boolean[] below = new boolean[cellOf.length];
        for (Rule rule : rules) {
            budget.time();
            if (rule.horizontal()) {
                int row = nearest(rows, rule.y1()) - 1;
                for (int column = 0; row >= 0 && row < height() && column < width(); column++) {
                    double middle = (columns[column] + columns[column + 1]) / 2;
                    below[row * width() + column] |= rule.x1() <= middle && middle <= rule.x2();
                }
            } else {
                int column = nearest(columns, rule.x1()) - 1;
                for (int row = 0; column >= 0 && column < width() && row < height(); row++) {
                    double middle = (rows[row] + rows[row + 1]) / 2;
                    right[row * width() + column] |= rule.y1() <= middle && middle <= rule.y2();
                }
            }
        }
        for (int place = 0; place < cellOf.length; place++) {
            int column = place % width();
            if (column > 0 && !right[place - 1]) {
                cellOf[place] = cellOf[place - 1];
            } else if (place >= width() && !below[place - width()]) {
                cellOf[place] = cellOf[place - width()];
            }
        }
    }

    private static int nearest(double[] positions, double position) {
        int at = Arrays.binarySearch(positions, position);
        if (at >= 0) {
            return at;
        }
        int after = -at - 1;
        return after > 0 && (after == positions.length || position - positions[after - 1] <= positions[after] - position)
                ? after - 1
                : after;
    }

    /** @return whether the character stands within the table */
    boolean take(Glyph glyph) {
        int column = before(columns, glyph.middle());
        int row = before(rows, glyph.centre());
        if (column < 0 || column >= width() || row < 0 || row >= height()) {
            return false;
        }
        glyphs.get(cellOf[row * width() + column]).add(glyph);
        return true;
    }

    private static int before(double[] positions, double position) {
        int at = Arrays.binarySearch(positions, position);
        return at >= 0 ? at : -at - 2;
    }

    Table table(String place) {
        List<Row> all = new ArrayList<>();
        for (int row = 0; row < height(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < width(); column++) {
                int own = row * width() + column;
                int cell = cellOf[own];
                Span span = cell == own ? Span.OWN : cell % width() == column ? Span.ABOVE : Span.LEFT;
                cells.add(new Cell(cell == own ? text(own)
                        : all.isEmpty() || cell / width() == row
                                ? cells.get(cell % width()).text()
                                : all.get(cell / width()).cells().get(cell % width()).text(),
                        span));
            }
            all.add(new Row(List.copyOf(cells), place + ", row " + (row + 1)));
        }
        return new Table(List.copyOf(all), Origin.GRID, place);
    }

    /** A line that reaches the edge of its cell goes on in the next; another ends there. */
    private String text(int cell) {
        List<PdfLine> lines = PdfLine.of(glyphs.get(cell));
        double edge = columns[cell % width() + 1];
        for (int column = cell % width() + 1; column < width() && cellOf[cell - cell % width() + column] == cell; column++) {
            edge = columns[column + 1];
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            text.append(line.text().replace('\t', ' '));
            if (i + 1 < lines.size()) {
                boolean full = line.right() > edge - line.size() * 1.6;
                text.append(full ? line.goesOn(lines.get(i + 1)) : "\n");
            }
        }
        return text.toString();
    }
}
