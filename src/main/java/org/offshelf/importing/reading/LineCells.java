package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;

/**
 * A table copied so that each of its cells stands on a line of its own: first the headings, then row after row. The printed
 * numbers tell where a row begins; without them, the number of headings does.
 */
final class LineCells {

    private static final int LONGEST_HEADING = 18;
    private static final int MOST_HEADINGS = 14;
    private static final int FEWEST_HEADINGS = 3;
    /** Of one row with all its lines. */
    private static final int MOST_CELLS = 80;
    private static final Pattern END = Pattern
            .compile("附\\s*[件录表]\\s*\\d*\\s*([:：].*)?|(注|备注|说明)\\s*[:：].*|第?\\s*页.*|来源\\s*[:：].*");

    private final List<Line> headings;
    private final List<Field> fields;
    private final List<Row> rows = new ArrayList<>();
    private final List<Block> blocks;
    private int at;

    private LineCells(List<Line> headings, List<Block> blocks, int at) {
        this.headings = headings;
        this.fields = headings.stream().map(line -> Headings.field(line.text())).toList();
        this.blocks = blocks;
        this.at = at;
        rows.add(row(headings));
    }

    /** @return null where no such table begins here */
    static LineCells from(List<Block> blocks, int start) {
        List<Line> headings = headings(blocks, start);
        if (headings == null) {
            return null;
        }
        LineCells cells = new LineCells(headings, blocks, start + headings.size());
        cells.read();
        return cells.rows.size() > 1 ? cells : null;
    }

    Table table(String place) {
        return new Table(List.copyOf(rows), Origin.LINES, place);
    }

    /** The first block behind the table. */
    int end() {
        return at;
    }

    private static List<Line> headings(List<Block> blocks, int start) {
        if (!(blocks.get(start) instanceof Line first) || Headings.field(first.text()) == null) {
            return null;
        }
        boolean numbered = Headings.field(first.text()) == Field.NUMBER;
        List<Line> headings = new ArrayList<>();
        List<Field> known = new ArrayList<>();
        for (int i = start; i < blocks.size() && headings.size() <= MOST_HEADINGS; i++) {
            if (!(blocks.get(i) instanceof Line line) || line.text().length() > LONGEST_HEADING) {
                break;
            }
            Field field = Headings.field(line.text());
            // Up to the first number, all are headings, known or not
            boolean ends = numbered ? i > start && Numerals.printed(line.text()) != null : field == null;
            if (ends || field != null && known.contains(field)) {
                break;
            }
            headings.add(line);
            known.add(field);
        }
        long found = known.stream().filter(field -> field != null).count();
        return found >= FEWEST_HEADINGS && found * 2 > headings.size() && known.contains(Field.APP) ? headings : null;
    }

    private void read() {
        boolean numbered = fields.get(0) == Field.NUMBER;
        List<Line> cells = new ArrayList<>();
        Integer expected = null;
        while (at < blocks.size() && blocks.get(at) instanceof Line line && !ends(line, cells)) {
            int again = repeatedHeadings();
            if (again > 0) {
                at += again;
                continue;
            }
            boolean begins = numbered ? isNumber(line, expected, cells)
                    : cells.size() >= fields.size() && !isFurtherProblem(line);
            if (begins) {
                add(cells);
                expected = numbered ? Integer.valueOf(Numerals.printed(line.text()) + 1) : null;
            } else if (numbered && cells.isEmpty()) {
                return;
            }
            cells.add(line);
            at++;
        }
        add(cells);
    }

    /** Without numbers, a problem behind the last column belongs to the row that has ended. */
    private boolean isFurtherProblem(Line line) {
        return fields.get(fields.size() - 1) == Field.PROBLEM && Content.isProblem(line.text());
    }

    private void add(List<Line> cells) {
        if (cells.size() <= fields.size() && !cells.isEmpty()) {
            rows.add(row(cells));
        } else if (!cells.isEmpty()) {
            List<List<String>> lines = Alignment.alignLines(cells.stream().map(Line::text).toList(), fields);
            lines.forEach(line -> rows.add(new Row(line.stream().map(Cell::new).toList(), cells.get(0).place())));
        }
        cells.clear();
    }

    /** A version may be just the number that is expected next. */
    private boolean isNumber(Line line, Integer expected, List<Line> cells) {
        Integer number = Numerals.printed(line.text());
        if (number == null || expected != null && !number.equals(expected)) {
            return false;
        }
        boolean asVersion = cells.size() < fields.size() && fields.get(cells.size()) == Field.VERSION;
        return !asVersion;
    }

    private boolean ends(Line line, List<Line> cells) {
        return cells.size() >= MOST_CELLS || END.matcher(line.text()).matches() || Stacked.isSignature(line.text())
                || line.heading()
                || line.text().length() > 4 * LONGEST_HEADING
                        && line.text().endsWith("。") && !Content.isProblem(line.text())
                || cells.size() > fields.size() && !Content.isProblem(line.text()) && Numerals.printed(line.text()) == null
                        && cells.size() > fields.size() * 3;
    }

    /** The headings stand again at the top of each page. */
    private int repeatedHeadings() {
        for (int i = 0; i < headings.size(); i++) {
            boolean same = at + i < blocks.size() && blocks.get(at + i) instanceof Line line
                    && line.text().equals(headings.get(i).text());
            if (!same) {
                return 0;
            }
        }
        return headings.size();
    }

    private static Row row(List<Line> lines) {
        return new Row(lines.stream().map(line -> new Cell(line.text())).toList(), lines.get(0).place());
    }
}
