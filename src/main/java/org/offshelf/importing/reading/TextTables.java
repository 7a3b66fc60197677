package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;

/** Finds the tables that are written as lines of text: with bars, tabulators or spaces between the cells. */
final class TextTables {

    private static final Pattern TABS = Pattern.compile("\t+");
    private static final Pattern EACH_TAB = Pattern.compile("\t");
    private static final Pattern SPACES = Pattern.compile("[ \t]+");
    private static final Pattern RULE = Pattern.compile("[-=+|:｜│┃─━┄┅┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬═║\\s]+");
    private static final Pattern NUMBER = Pattern.compile("\\s*[(（]?(\\d{1,4})\\s*[)）、.．]\\s*(?!\\d)");
    private static final Pattern COMMA = Pattern.compile("\\s*[，,]\\s*");
    private static final Pattern WIDE = Pattern.compile(" {2,}|\t");
    /** What stands at the end of a page is within a table that goes on. */
    private static final Pattern PAGE = Pattern.compile("\\s*(?:[-—–]+\\s*\\d{1,3}\\s*[-—–]+|第\\s*\\d{1,3}\\s*页.{0,12})\\s*");
    private static final int FEWEST_COLUMNS = 3;
    private static final int LONGEST_PROBLEM = 80;
    private static final int LONGEST_ROW = 3000;

    private final List<Block> blocks;
    private final List<Block> result = new ArrayList<>();
    private int tables;
    private int at;

    private TextTables(List<Block> blocks) {
        this.blocks = blocks;
    }

    static List<Block> in(List<Block> blocks, Budget budget) {
        TextTables tables = new TextTables(blocks);
        tables.tables = (int) blocks.stream().filter(Table.class::isInstance).count();
        while (tables.at < blocks.size()) {
            budget.time();
            Block block = blocks.get(tables.at);
            if (!(block instanceof Line line) || !tables.table(line)) {
                tables.result.add(block);
                tables.at++;
            }
        }
        return tables.result;
    }

    private boolean table(Line line) {
        if (line.text().length() > LONGEST_ROW) {
            return false;
        }
        if (bars(line.text()) >= 2 && !RULE.matcher(line.text()).matches() || isBorder(line.text())) {
            return run(Origin.PIPES);
        }
        if (tabs(line.text()) >= 1 && (tabs(line.text()) >= FEWEST_COLUMNS - 1
                || Columns.isHeadings(row(pieces(line.text(), Origin.TABS, ""), "")))) {
            return run(Origin.TABS);
        }
        if (isSpaced(line.text())) {
            return run(Origin.SPACES);
        }
        if (commas(line.text()).size() > FEWEST_COLUMNS && run(Origin.COMMAS)) {
            return true;
        }
        LabelledCells labelled = LabelledCells.from(blocks, at);
        if (labelled != null) {
            result.add(labelled.table("table " + ++tables));
            at = labelled.end();
            return true;
        }
        LineCells cells = LineCells.from(blocks, at);
        if (cells != null) {
            result.add(cells.table("table " + ++tables));
            at = cells.end();
            return true;
        }
        return false;
    }

    private boolean isBorder(String text) {
        return RULE.matcher(text).matches() && text.strip().length() > 5 && text.matches(".*[┌├└╔╠╚+].*");
    }

    /** Headings of columns with spaces between them; what stands below them is a table. */
    private static boolean isSpaced(String text) {
        String[] words = SPACES.split(text.strip());
        return words.length >= FEWEST_COLUMNS && Columns.isHeadings(row(List.of(words), ""));
    }

    private boolean run(Origin origin) {
        List<Row> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<Integer> rules = new ArrayList<>();
        int end = at;
        while (end < blocks.size() && blocks.get(end) instanceof Line line && (belongs(line.text(), origin, rows)
                || origin == Origin.SPACES && WrappedLines.isRest(line.text(), rows, blocks, end + 1))) {
            if (origin == Origin.SPACES && WrappedLines.isRest(line.text(), rows, blocks, end + 1)) {
                rows.set(rows.size() - 1, WrappedLines.with(rows.get(rows.size() - 1), line.text().strip()));
            } else if (RULE.matcher(line.text()).matches()) {
                rules.add(rows.size());
            } else if (!PAGE.matcher(line.text()).matches()) {
                lines.add(line.text());
                rows.add(row(pieces(line.text(), origin, lines.get(0)), line.place()));
            }
            end++;
        }
        if (rules.size() >= WrappedLines.FEWEST_RULES) {
            rows = WrappedLines.join(rows, rules);
        }
        boolean list = rows.size() >= 2 && (Columns.byHeadings(rows) != null || Columns.byContent(rows) != null);
        if (!list) {
            return false;
        }
        result.add(new Table(List.copyOf(rows), origin, "table " + ++tables,
                origin == Origin.PIPES && Pipes.isBrokenOff(lines)));
        at = end;
        return true;
    }

    private static boolean belongs(String text, Origin origin, List<Row> rows) {
        if (text.length() > LONGEST_ROW) {
            return false;
        }
        if (!rows.isEmpty() && PAGE.matcher(text).matches()) {
            return true;
        }
        boolean further = !rows.isEmpty() && text.strip().length() <= LONGEST_PROBLEM && Content.isProblem(text.strip())
                && !text.contains("《") && !text.matches(".*[。：:]");
        return switch (origin) {
            case PIPES -> bars(text) >= 1 || RULE.matcher(text).matches();
            case TABS -> tabs(text) >= 1 || further;
            case COMMAS -> commas(text).size() > FEWEST_COLUMNS;
            default -> {
                String[] words = SPACES.split(text.strip());
                boolean starts = Numerals.printed(words[0]) != null || Content.isDash(words[0]);
                yield rows.isEmpty() || starts && words.length > 1 || further
                        || !text.matches(".*[。：:]") && words.length >= FEWEST_COLUMNS;
            }
        };
    }

    private static List<String> pieces(String text, Origin origin, String first) {
        return switch (origin) {
            case PIPES -> Pipes.split(text, Pipes.isBordered(first));
            // Aligned by hand, several tabulators are one; otherwise each ends a cell
            case TABS -> List.of((text.contains("\t\t\t") ? TABS : EACH_TAB).split(text, -1));
            case COMMAS -> commas(text);
            default -> words(text.strip(), first.strip());
        };
    }

    /** Where the headings stand apart by two spaces or more, a single one belongs to a value. */
    private static List<String> words(String text, String first) {
        int columns = SPACES.split(first).length;
        String[] words = SPACES.split(text);
        String[] wide = WIDE.split(text);
        boolean apart = WIDE.split(first).length == columns
                && (wide.length >= columns - 1 || Numerals.printed(words[0]) == null);
        return List.of(apart ? wide : words);
    }

    /** The number before the line, and what stands between its commas. */
    private static List<String> commas(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.lookingAt() || !ListedApp.in(text, true).isEmpty()) {
            return List.of();
        }
        List<String> pieces = new ArrayList<>(List.of(number.group(1)));
        for (String piece : COMMA.split(text.substring(number.end()).replaceFirst("[；;。]+\\s*$", ""))) {
            pieces.add(piece.replaceFirst("^版本号?\\s*[:：]?\\s*(?=[vV]?\\d)", ""));
        }
        return pieces;
    }

    private static Row row(List<String> pieces, String place) {
        return new Row(pieces.stream().map(Cell::new).toList(), place);
    }

    private static long bars(String text) {
        return text.chars().filter(c -> Pipes.isBar((char) c)).count();
    }

    private static long tabs(String text) {
        return text.strip().chars().filter(c -> c == '\t').count();
    }
}
