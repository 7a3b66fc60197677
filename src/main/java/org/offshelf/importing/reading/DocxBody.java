package org.offshelf.importing.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The paragraphs, tables and pictures of a Word document's main part, element by element. */
final class DocxBody {

    /** A table being read. One within a cell of another becomes lines of that cell. */
    private static final class OpenTable {
        final List<Row> rows = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        List<String> cell = new ArrayList<>();
        int columns = 1;
        boolean continued;
    }

    private final XMLStreamReader xml;
    private final DocxNumbering numbering;
    private final Budget budget;
    private final List<Block> blocks;
    private final Deque<OpenTable> open = new ArrayDeque<>();
    private final StringBuilder paragraph = new StringBuilder();
    /** What stood in a paragraph before the text boxes that begin in it. */
    private final Deque<String> around = new ArrayDeque<>();
    private final List<Block> pictures = new ArrayList<>();
    private String list;
    private String level;
    private boolean heading;
    private boolean hidden;
    private int paragraphs;
    private int tables;
    private int pictureCount;

    DocxBody(XMLStreamReader xml, DocxNumbering numbering, Budget budget, List<Block> blocks) {
        this.xml = xml;
        this.numbering = numbering;
        this.budget = budget;
        this.blocks = blocks;
    }

    void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                budget.time();
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
    }

    private void start(String name) throws XMLStreamException {
        switch (name) {
            case "t" -> {
                String text = xml.getElementText();
                paragraph.append(hidden ? "" : text);
            }
            case "r" -> hidden = false;
            case "vanish" -> hidden = !attributeOr("val", "1").matches("0|false|off");
            case "tab" -> paragraph.append('\t');
            case "br", "cr" -> paragraph.append('\n');
            case "noBreakHyphen" -> paragraph.append('-');
            case "p" -> {
                list = null;
                level = "0";
                heading = false;
            }
            case "pStyle" ->
                heading = attributeOr("val", "").toLowerCase(Locale.ROOT).matches("(heading|title|标题).*");
            case "numId" -> list = attribute(xml, "val");
            case "ilvl" -> level = attributeOr("val", "0");
            case "tbl" -> {
                if (open.size() >= budget.limits().depth()) {
                    throw new DocumentRefused(DocumentRefused.Kind.TOO_LARGE, "Tables are nested too deeply.");
                }
                open.push(new OpenTable());
                tables += open.size() == 1 ? 1 : 0;
            }
            case "tr" -> table().row = new ArrayList<>();
            case "tc" -> {
                OpenTable table = table();
                table.cell = new ArrayList<>();
                table.columns = 1;
                table.continued = false;
            }
            case "gridSpan" -> table().columns = Math.max(1, number(attribute(xml, "val"), 1));
            case "vMerge" -> table().continued = !"restart".equals(attribute(xml, "val"));
            case "blip", "imagedata" -> pictures.add(new Block.Picture("", "picture " + ++pictureCount));
            case "txbxContent" -> {
                around.push(paragraph.toString());
                paragraph.setLength(0);
            }
            // What was deleted, the older form of what stands beside it, and where tabulators stop
            case "del", "moveFrom", "Fallback", "instrText", "rPrChange", "pPrChange", "tabs" -> skip();
            default -> {
                // How it looks
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> endParagraph();
            case "tc" -> endCell();
            case "tr" -> endRow();
            case "tbl" -> endTable();
            case "txbxContent" -> paragraph.insert(0, around.isEmpty() ? "" : around.pop());
            default -> {
                // Its end says nothing
            }
        }
    }

    private void endParagraph() {
        String number = list == null || list.equals("0") ? "" : numbering.next(list, level);
        String text = number + Texts.plain(paragraph.toString());
        paragraph.setLength(0);
        if (!open.isEmpty()) {
            if (!text.isBlank()) {
                budget.text("Table " + tables, text.length());
                open.peek().cell.add(text);
            }
            return;
        }
        paragraphs++;
        for (String line : text.split("\\n")) {
            if (!line.isBlank()) {
                budget.text("Paragraph " + paragraphs, line.length());
                blocks.add(new Block.Line(line.strip(), heading, "paragraph " + paragraphs));
            }
        }
        blocks.addAll(pictures);
        pictures.clear();
    }

    private void endCell() {
        OpenTable table = table();
        String text = String.join("\n", table.cell);
        Span span = Span.OWN;
        if (table.continued && !table.rows.isEmpty()) {
            List<Cell> above = table.rows.get(table.rows.size() - 1).cells();
            text = table.row.size() < above.size() ? above.get(table.row.size()).text() : "";
            span = Span.ABOVE;
        }
        budget.cell("Table " + tables, text.length(), table.row.size());
        table.row.add(new Cell(text, span));
        for (int i = 1; i < table.columns && table.row.size() < budget.limits().columns(); i++) {
            budget.cells(1);
            table.row.add(new Cell(text, Span.LEFT));
        }
    }

    private void endRow() {
        OpenTable table = table();
        table.rows.add(new Row(List.copyOf(table.row), "table " + tables + ", row " + (table.rows.size() + 1)));
    }

    private void endTable() {
        OpenTable table = open.pop();
        if (!open.isEmpty() && Columns.byHeadings(table.rows) != null) {
            // The cell only holds it in its place
            blocks.add(new Table(List.copyOf(table.rows), Origin.GRID, "table " + tables));
            return;
        }
        if (!open.isEmpty()) {
            table.rows.forEach(row -> open.peek().cell.add(String.join(" ", row.cells().stream().map(Cell::text).toList())));
            return;
        }
        blocks.add(new Table(List.copyOf(table.rows), Origin.GRID, "table " + tables));
        blocks.addAll(pictures);
        pictures.clear();
    }

    private OpenTable table() {
        if (open.isEmpty()) {
            throw new IllegalStateException("a cell outside a table");
        }
        return open.peek();
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            budget.time();
        }
    }

    private String attributeOr(String name, String otherwise) {
        String value = attribute(xml, name);
        return value == null ? otherwise : value;
    }

    /** Of any namespace: Word's two formats have one each. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static int number(String text, int otherwise) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
