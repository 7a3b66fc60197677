package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Row;

/** Joins the lines of rows whose cells are wrapped. */
final class WrappedLines {

    /** Above, below the headings, and at the end: with fewer, nothing is said about the rows. */
    static final int FEWEST_RULES = 4;

    /** How problems begin; what begins otherwise is the rest of something. */
    private static final Pattern PHRASE = Pattern
            .compile("(?i)(app|sdk|违|超|强|私|过度|账号|不|未|欺|频|收集|应用|隐私|广告|信息|向|在|通过|处理|实际|申请|提前|存在|无|没有|[\\d①-⑨(（]).*");
    private static final int LONGEST_REST = 30;

    private WrappedLines() {
    }

    /** Whether the line is no row nor phrase of its own, in a list whose next row follows it or that has phrases. */
    static boolean isRest(String text, List<Row> rows, List<Block> blocks, int next) {
        String own = text.strip();
        boolean alone = rows.size() > 1 && own.length() <= LONGEST_REST && !own.matches(".*[\\s。：:].*")
                && !PHRASE.matcher(own).matches() && !Content.isDash(own) && !Stacked.isSignature(own);
        boolean followed = next < blocks.size() && blocks.get(next) instanceof Line line
                && Numerals.printed(line.text().strip().split("\\s", 2)[0]) != null;
        return alone && (followed || Content.isProblem(own));
    }

    /** The row with the rest put where it completes a company or store, or else at its end. */
    static Row with(Row row, String rest) {
        List<Cell> cells = new ArrayList<>(row.cells());
        int at = cells.size() - 1;
        for (int i = 0; i < cells.size(); i++) {
            String own = cells.get(i).text();
            boolean developer = !Content.isSure(Field.DEVELOPER, own) && Content.isSure(Field.DEVELOPER, own + rest);
            boolean store = !Content.isStore(own) && Content.isStore(own + rest);
            if (own.length() > 2 && (developer || store)) {
                at = i;
                break;
            }
        }
        cells.set(at, new Cell(cells.get(at).text() + rest));
        return new Row(List.copyOf(cells), row.place());
    }

    /**
     * Joins the lines between any two rules.
     *
     * @param rules how many lines stand above each rule
     */
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
