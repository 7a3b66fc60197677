package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;

/**
 * Takes apart a table that holds several lists one below the other, each with its title and headings, as sheets and separated
 * values do. What stands above the headings becomes lines of text.
 */
final class Stacked {

    private static final Pattern ANNEX = Pattern.compile("附\\s*[件表录]\\s*[\\d一二三四五六七八九十].*");

    private static final Pattern SIGNATURE = Pattern
            .compile("\\p{IsHan}{0,26}(通信管理局|信息通信管理局|互联网信息办公室|网信办|处理中心|检验中心|通报中心|工作组|工业和信息化部)"
                    + "|(发布|公布|发文|印发|填报|制表)?(日期|时间|单位|机构)\\s*[:：].*");

    private final Table table;
    private final List<Block> parts = new ArrayList<>();
    private List<Row> headings = List.of();
    private List<Row> rows = new ArrayList<>();

    private Stacked(Table table) {
        this.table = table;
    }

    static List<Block> in(List<Block> blocks) {
        List<Block> result = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Table table) {
                result.addAll(parts(table));
            } else {
                result.add(block);
            }
        }
        return result;
    }

    private static List<Block> parts(Table printed) {
        if (Sideways.labelled(printed)) {
            return Sideways.lines(printed);
        }
        Table table = Ticks.spelledOut(Sideways.upright(Abreast.below(printed)));
        Columns columns = Columns.byHeadings(table.rows());
        if (columns == null) {
            List<Block> groups = GroupedCells.lines(table);
            return groups.isEmpty() ? List.of(table) : groups;
        }
        Stacked stacked = new Stacked(table);
        stacked.read(columns);
        return stacked.parts;
    }

    private void read(Columns columns) {
        List<Row> all = table.rows();
        int from = columns.from();
        Columns lower = Columns.byHeadings(all.subList(from - 1, from));
        boolean two = lower == null || !lower.fields().equals(columns.fields());
        headings = all.subList(from - (two ? 2 : 1), from);
        all.subList(0, from - headings.size()).forEach(this::line);
        for (int i = from; i < all.size(); i++) {
            Row row = all.get(i);
            String title = title(row);
            if (title != null && ANNEX.matcher(title).matches()) {
                end(headings);
                line(row);
            } else if (begins(row)) {
                List<Row> titles = titles();
                boolean again = titles.isEmpty() && isSame(row, headings.get(headings.size() - 1));
                if (!again) {
                    rows.removeAll(titles);
                    end(List.of(row));
                    titles.forEach(this::line);
                }
            } else {
                rows.add(row);
            }
        }
        List<Row> signature = signature();
        rows.removeAll(signature);
        end(List.of());
        signature.forEach(this::line);
    }

    /** The last rows, where they say who publishes the list and when. */
    private List<Row> signature() {
        int first = rows.size();
        while (first > 0 && (isBlank(rows.get(first - 1)) || isSignature(text(rows.get(first - 1))))) {
            first--;
        }
        return List.copyOf(rows.subList(first, rows.size()));
    }

    /** Looks at the first cells only, as there may be very many rows. */
    private static boolean begins(Row row) {
        return row.cells().stream().limit(2).anyMatch(cell -> Headings.field(cell.text()) != null) && Columns.isHeadings(row);
    }

    private static boolean isSame(Row row, Row other) {
        return texts(row).equals(texts(other));
    }

    private static List<String> texts(Row row) {
        return row.cells().stream().map(cell -> Texts.key(cell.text())).filter(text -> !text.isEmpty()).toList();
    }

    /** The rows right above, if they hold a title each. */
    private List<Row> titles() {
        int first = rows.size();
        while (first > 0 && (isBlank(rows.get(first - 1)) || title(rows.get(first - 1)) != null)) {
            first--;
        }
        return rows.subList(first, rows.size()).stream().filter(row -> !isBlank(row)).toList();
    }

    private void end(List<Row> next) {
        if (!rows.isEmpty()) {
            List<Row> part = new ArrayList<>(headings);
            part.addAll(rows);
            boolean last = next.isEmpty();
            parts.add(new Table(List.copyOf(part), table.origin(), table.place(), last && table.brokenOff()));
        }
        rows = new ArrayList<>();
        headings = next;
    }

    static boolean isSignature(String text) {
        return text.length() <= 60 && (SIGNATURE.matcher(text).matches() || Dates.isOnly(text));
    }

    private static String text(Row row) {
        return Texts.oneLine(String.join(" ", row.cells().stream().filter(cell -> cell.span() == Span.OWN)
                .map(Cell::text).filter(own -> !own.isBlank()).map(Texts::oneLine).toList()));
    }

    private void line(Row row) {
        String text = text(row);
        if (!text.isEmpty()) {
            parts.add(new Line(text, true, row.place()));
        }
    }

    private static boolean isBlank(Row row) {
        return row.cells().stream().allMatch(cell -> cell.text().isBlank());
    }

    /** The text of a row that holds nothing else, at its beginning. */
    private static String title(Row row) {
        List<Cell> own = row.cells().stream().filter(cell -> cell.span() == Span.OWN && !cell.text().isBlank()).limit(2)
                .toList();
        if (own.size() != 1 || row.cells().stream().anyMatch(cell -> cell.span() == Span.ABOVE)) {
            return null;
        }
        String text = Texts.oneLine(own.get(0).text());
        boolean title = row.cells().indexOf(own.get(0)) == 0 && Numerals.printed(text) == null
                && (!Content.isProblem(text) || Caption.isTitle(text));
        return title ? text : null;
    }
}
