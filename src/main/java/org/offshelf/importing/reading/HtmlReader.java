package org.offshelf.importing.reading;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Reads the lines, tables and pictures of a page. Runs no script, follows no link, loads no picture. */
final class HtmlReader {

    private static final Set<String> UNSEEN = Set.of("head", "script", "style", "noscript", "template", "iframe", "object",
            "embed", "svg", "math", "select", "button", "textarea", "audio", "video", "map");
    /** Each open table makes the next dearer to parse. */
    private static final int MOST_TABLES = 2000;
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final Budget budget;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final String prefix;
    private int lines;
    private int tables;
    private int pictures;

    private HtmlReader(Budget budget, String prefix) {
        this.budget = budget;
        this.prefix = prefix;
    }

    static Document read(String html, Budget budget, List<Warning> warnings) {
        org.jsoup.nodes.Document page = parse(html, budget);
        HtmlReader reader = new HtmlReader(budget, "");
        reader.walk(page.body());
        reader.endLine(false);
        String date = meta(page, "PubDate", "publishdate", "article:published_time", "createDate");
        String title = meta(page, "ArticleTitle", "og:title");
        return new Document(Format.HTML, title == null && !page.title().isBlank() ? page.title() : title, date,
                List.copyOf(reader.blocks), warnings);
    }

    /** What a piece of HTML within another text holds. */
    static List<Block> fragment(String html, Budget budget, String place) {
        HtmlReader reader = new HtmlReader(budget, place + ", ");
        reader.walk(parse(html, budget).body());
        reader.endLine(false);
        return reader.blocks;
    }

    private static org.jsoup.nodes.Document parse(String html, Budget budget) {
        // The tree takes some twenty times the room of a tag, so they are counted before it is built
        int tables = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            budget.element();
            if (html.regionMatches(true, at + 1, "table", 0, 5) && ++tables > MOST_TABLES) {
                throw new DocumentRefused(DocumentRefused.Kind.TOO_LARGE,
                        "The page has more than " + MOST_TABLES + " tables.");
            }
        }
        return Parser.htmlParser().setMaxDepth(budget.limits().depth()).parseInput(new Timed(html, budget), "");
    }

    /** Some pages take long to parse, as tables in tables do; the parser only stops when it can read no further. */
    private static final class Timed extends StringReader {

        private final Budget budget;

        Timed(String html, Budget budget) {
            super(html);
            this.budget = budget;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            budget.time();
            return super.read(into, from, length);
        }
    }

    private static String meta(org.jsoup.nodes.Document page, String... names) {
        for (String name : names) {
            for (Element meta : page.getElementsByTag("meta")) {
                if (name.equalsIgnoreCase(meta.attr("name")) || name.equalsIgnoreCase(meta.attr("property"))) {
                    String content = Texts.oneLine(Texts.plain(meta.attr("content")));
                    if (!content.isEmpty()) {
                        return content;
                    }
                }
            }
        }
        return null;
    }

    private void walk(Element parent) {
        boolean numbered = parent.normalName().equals("ol");
        int item = 0;
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                line.append(text.getWholeText());
            } else if (child instanceof Element element && isSeen(element)) {
                String name = element.normalName();
                if (name.equals("table")) {
                    endLine(false);
                    table(element);
                } else if (name.equals("br")) {
                    endLine(false);
                } else if (name.equals("img")) {
                    picture(element);
                } else if (name.equals("pre")) {
                    endLine(false);
                    for (String own : element.wholeText().split("\\n")) {
                        line.append(own);
                        endLine(false);
                    }
                } else if (element.isBlock()) {
                    endLine(false);
                    if (numbered && name.equals("li")) {
                        line.append(++item).append("、");
                    }
                    walk(element);
                    endLine(HEADINGS.contains(name));
                } else {
                    walk(element);
                }
            }
        }
    }

    private static boolean isSeen(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return !UNSEEN.contains(element.normalName()) && !element.hasAttr("hidden") && !style.contains("display:none");
    }

    private void endLine(boolean heading) {
        String text = flow(line.toString());
        line.setLength(0);
        if (!text.isEmpty()) {
            String place = prefix + "paragraph " + ++lines;
            budget.text(place, text.length());
            blocks.add(new Block.Line(text, heading, place));
        }
    }

    /** Line breaks of the source are white space; between Chinese characters they are nothing. */
    private static String flow(String text) {
        return Texts.oneLine(Texts.plain(text));
    }

    private void picture(Element image) {
        endLine(false);
        if (size(image.attr("width")) < 64 || size(image.attr("height")) < 64) {
            return;
        }
        String description = flow(image.attr("alt").isBlank() ? image.attr("title") : image.attr("alt"));
        blocks.add(new Block.Picture(description, prefix + "picture " + ++pictures));
    }

    private static int size(String attribute) {
        String digits = attribute.replaceAll("[^0-9].*", "");
        return digits.isEmpty() || digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private void table(Element table) {
        List<Element> rows = rows(table);
        if (isLayout(rows)) {
            for (Element row : rows) {
                for (Element cell : row.children()) {
                    walk(cell);
                    endLine(false);
                }
            }
            return;
        }
        Grid grid = new Grid(budget, prefix + "table " + ++tables);
        List<Element> pictures = new ArrayList<>();
        for (Element caption : table.children()) {
            if (caption.normalName().equals("caption")) {
                walk(caption);
                endLine(true);
            }
        }
        for (Element row : rows) {
            grid.startRow();
            for (Element cell : row.children()) {
                if ((cell.normalName().equals("td") || cell.normalName().equals("th")) && isSeen(cell)) {
                    grid.cell(cellText(cell), span(cell, "colspan"), span(cell, "rowspan"));
                    pictures.addAll(cell.getElementsByTag("img"));
                }
            }
            grid.endRow();
        }
        blocks.add(grid.table());
        pictures.forEach(this::picture);
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element part : table.children()) {
            if (part.normalName().equals("tr")) {
                rows.add(part);
            } else if (Set.of("thead", "tbody", "tfoot").contains(part.normalName())) {
                part.children().stream().filter(row -> row.normalName().equals("tr")).forEach(rows::add);
            }
        }
        rows.removeIf(row -> !isSeen(row));
        return rows;
    }

    /** Pages are laid out with tables, too: such a one holds other tables or a list, or all of the text in a cell or two. */
    private static boolean isLayout(List<Element> rows) {
        int widest = rows.stream().mapToInt(Element::childrenSize).max().orElse(0);
        if (widest <= 2 && rows.stream().anyMatch(HtmlReader::holdsTable)) {
            return true;
        }
        return widest == 1 && rows.size() <= 2 || rows.stream().anyMatch(HtmlReader::holdsList);
    }

    private static boolean holdsTable(Element row) {
        return row.selectFirst("table") != null;
    }

    /** Whether a table within the row has the headings of a list of apps. */
    private static boolean holdsList(Element row) {
        return holdsTable(row) && row.select("table tr").stream().filter(inner -> inner != row && !holdsTable(inner))
                .map(inner -> inner.children().stream().map(cell -> new Table.Cell(cell.text())).toList())
                .anyMatch(cells -> Columns.isHeadings(new Table.Row(cells, "")));
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        if (!value.matches("\\d{1,9}")) {
            return 1;
        }
        int span = Integer.parseInt(value);
        return span == 0 && attribute.equals("colspan") ? 1 : span;
    }

    /** The text of a cell with its line breaks; a table within it gives a line for each row. */
    private static String cellText(Element cell) {
        StringBuilder text = new StringBuilder();
        List<String> lines = new ArrayList<>();
        cellText(cell, text, lines);
        end(text, lines);
        return String.join("\n", lines);
    }

    private static void cellText(Element parent, StringBuilder text, List<String> lines) {
        int item = 0;
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode node) {
                text.append(node.getWholeText());
            } else if (child instanceof Element element && isSeen(element)) {
                String name = element.normalName();
                if (name.equals("br")) {
                    end(text, lines);
                } else if (name.equals("td") || name.equals("th")) {
                    text.append(' ');
                    cellText(element, text, lines);
                } else if (element.isBlock()) {
                    end(text, lines);
                    if (name.equals("li") && parent.normalName().equals("ol")) {
                        text.append(++item).append("、");
                    }
                    cellText(element, text, lines);
                    end(text, lines);
                } else {
                    cellText(element, text, lines);
                }
            }
        }
    }

    private static void end(StringBuilder text, List<String> lines) {
        String line = flow(text.toString());
        text.setLength(0);
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }
}
