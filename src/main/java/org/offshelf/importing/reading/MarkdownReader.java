package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;

/**
 * Reads Markdown as notices are passed on in it: line by line, because what converters make of merged cells and wrapped lines
 * is not what a strict parser expects.
 */
final class MarkdownReader {

    private static final Pattern RULE = Pattern.compile("[\\s|:]*-{2,}[-\\s|:]*");
    private static final Pattern LINE = Pattern.compile("\\s*([-*_])(\\s*\\1){2,}\\s*");
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}\\s+(.*?)[\\s#]*");
    private static final Pattern UNDERLINE = Pattern.compile("\\s*(={2,}|-{2,})\\s*");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]{0,500})]\\([^)]{0,2000}\\)|<img\\b[^>]{0,2000}>");
    private static final Pattern LINK = Pattern
            .compile("\\[([^\\[\\]]{0,500})]\\([^()\\s]{0,2000}\\)|<(https?://[^>\\s]{1,2000})>");
    private static final Pattern ITEM = Pattern.compile("^\\s*[-*+]\\s+(?=\\S)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");
    private static final Pattern ANCHOR = Pattern.compile("(?<=[\\p{IsHan}）)])#$");
    private static final Pattern FRONT = Pattern.compile("([a-zA-Z_]+):\\s*(.*)");

    private final Budget budget;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> rowLines = new ArrayList<>();
    private String[] lines;
    private String title;
    private String date;
    private int tables;
    private int pictures;

    private MarkdownReader(Budget budget) {
        this.budget = budget;
    }

    static Document read(String text, Budget budget, List<Warning> warnings) {
        MarkdownReader reader = new MarkdownReader(budget);
        reader.lines = text.split("\\n", -1);
        reader.read();
        return new Document(Format.MARKDOWN, reader.title, reader.date, List.copyOf(reader.blocks), warnings);
    }

    private void read() {
        int at = frontMatter();
        boolean table = false;
        while (at < lines.length) {
            String line = lines[at];
            budget.text("Line " + (at + 1), line.length());
            if (line.contains("<!--")) {
                at = comment(at);
            } else if (line.toLowerCase(Locale.ROOT).contains("<table")) {
                at = html(at);
            } else if (line.contains("|") && (table || isTable(at))) {
                table = true;
                if (!RULE.matcher(line).matches()) {
                    row(line, at);
                }
                at++;
            } else {
                table = false;
                endTable();
                line(line, at);
                at++;
            }
        }
        endTable();
    }

    /** @return the line behind it */
    private int frontMatter() {
        if (lines.length == 0 || !lines[0].strip().equals("---")) {
            return 0;
        }
        for (int at = 1; at < lines.length && at < 60; at++) {
            if (lines[at].strip().equals("---")) {
                return at + 1;
            }
            Matcher entry = FRONT.matcher(lines[at]);
            if (entry.matches()) {
                String value = entry.group(2).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
                switch (entry.group(1)) {
                    case "title" -> title = value;
                    case "date", "published" -> date = value;
                    default -> {
                        // Not about the notice
                    }
                }
            }
        }
        title = null;
        date = null;
        return 0;
    }

    private int comment(int at) {
        int end = at;
        while (end < lines.length && !lines[end].contains("-->")) {
            end++;
        }
        String before = lines[at].substring(0, lines[at].indexOf("<!--"));
        String after = end < lines.length ? lines[end].substring(lines[end].lastIndexOf("-->") + 3) : "";
        line(before + after, at);
        return end + 1;
    }

    private int html(int at) {
        StringBuilder html = new StringBuilder();
        int end = at;
        while (end < lines.length) {
            html.append(lines[end]).append('\n');
            if (lines[end++].toLowerCase(Locale.ROOT).contains("</table>")) {
                break;
            }
        }
        blocks.addAll(HtmlReader.fragment(html.toString(), budget, "line " + (at + 1)));
        return end;
    }

    /** A row of bars is a table's when a rule of dashes stands beneath it. */
    private boolean isTable(int at) {
        return at + 1 < lines.length && lines[at + 1].contains("|") && RULE.matcher(lines[at + 1]).matches();
    }

    private void row(String line, int at) {
        String place = "line " + (at + 1);
        List<Cell> cells = new ArrayList<>();
        for (String cell : Pipes.split(line, Pipes.isBordered(rowLines.isEmpty() ? line : rowLines.get(0)))) {
            budget.cell(place, 0, cells.size());
            cells.add(new Cell(cell(cell)));
        }
        rows.add(new Row(List.copyOf(cells), place));
        rowLines.add(line);
    }

    /** Keeps the space around it: a bar within a name would have to be put back as it was. */
    private static String cell(String text) {
        return plain(BREAK.matcher(text).replaceAll("\n"));
    }

    private void endTable() {
        if (!rows.isEmpty()) {
            tables++;
            blocks.add(new Table(List.copyOf(rows), Origin.PIPES, "table " + tables, Pipes.isBrokenOff(rowLines)));
            rows.clear();
            rowLines.clear();
        }
    }

    private void line(String line, int at) {
        if (line.isBlank() || LINE.matcher(line).matches() || UNDERLINE.matcher(line).matches() || line.startsWith("```")) {
            return;
        }
        String place = "line " + (at + 1);
        boolean linked = line.contains("](") || line.contains("<img");
        Matcher picture = PICTURE.matcher(linked ? line : "");
        List<Block> found = new ArrayList<>();
        while (picture.find()) {
            String description = picture.group(1) == null ? "" : picture.group(1);
            found.add(new Block.Picture(description, place + ", picture " + ++pictures));
        }
        String rest = linked ? picture.replaceAll("") : line;
        Matcher heading = HEADING.matcher(rest);
        boolean isHeading = heading.matches();
        String text = isHeading ? heading.group(1) : rest.replaceFirst("^\\s*>+\\s?", "");
        text = ITEM.matcher(text).replaceFirst("");
        for (String piece : BREAK.split(text)) {
            String own = ANCHOR.matcher(plain(piece).strip()).replaceAll("");
            if (!own.isEmpty()) {
                blocks.add(new Block.Line(own, isHeading, place));
            }
        }
        blocks.addAll(found);
    }

    private static String plain(String text) {
        String linked = !text.contains("](") && !text.contains("<http") ? text
                : LINK.matcher(text).replaceAll(
                        link -> Matcher.quoteReplacement(link.group(1) == null ? link.group(2) : link.group(1)));
        String literal = ESCAPED.matcher(linked.replace("**", "")).replaceAll("$1");
        return literal.indexOf('&') < 0 ? literal : Texts.plain(Parser.unescapeEntities(literal, false));
    }
}
