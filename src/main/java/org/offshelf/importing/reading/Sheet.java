package org.offshelf.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.offshelf.importing.reading.Table.Cell;
import org.offshelf.importing.reading.Table.Origin;
import org.offshelf.importing.reading.Table.Row;
import org.offshelf.importing.reading.Table.Span;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Takes the cells of a sheet as they come, and its merged ranges, which come last. */
final class Sheet implements SheetContentsHandler {

    private final String name;
    private final Budget budget;
    private final NavigableMap<Integer, List<Cell>> rows = new TreeMap<>();
    private final List<CellRangeAddress> merges = new ArrayList<>();
    private List<Cell> row;
    private int rowNumber;
    private int widest;
    private boolean hidden;
    private int hiddenRows;

    Sheet(String name, Budget budget) {
        this.name = name;
        this.budget = budget;
    }

    @Override
    public void startRow(int number) {
        row = new ArrayList<>();
        rowNumber = number;
    }

    @Override
    public void cell(String reference, String value, XSSFComment comment) {
        if (value == null || value.isBlank()) {
            return;
        }
        int column = reference == null ? row.size() : new CellAddress(reference).getColumn();
        String text = Texts.plain(value);
        budget.cell(place(), text.length(), column);
        while (row.size() < column) {
            budget.cells(1);
            row.add(new Cell(""));
        }
        row.add(new Cell(text));
    }

    @Override
    public void endRow(int number) {
        if (!row.isEmpty() && hidden) {
            hiddenRows++;
        } else if (!row.isEmpty()) {
            rows.put(number, row);
            widest = Math.max(widest, row.size());
        }
    }

    /** How many rows hold something and are not shown. */
    int hiddenRows() {
        return hiddenRows;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Table table() {
        merges.forEach(this::merge);
        List<Row> all = new ArrayList<>(rows.size());
        rows.forEach((number, cells) -> all.add(new Row(List.copyOf(cells), "sheet " + name + ", row " + (number + 1))));
        return new Table(List.copyOf(all), Origin.GRID, "sheet " + name);
    }

    /** Only where there are rows and columns: a range may be declared over millions of empty cells. */
    private void merge(CellRangeAddress range) {
        List<Cell> first = rows.get(range.getFirstRow());
        if (first == null || range.getFirstColumn() >= first.size()) {
            return;
        }
        String text = first.get(range.getFirstColumn()).text();
        int lastColumn = Math.min(range.getLastColumn(), widest - 1);
        rows.subMap(range.getFirstRow(), true, range.getLastRow(), true).forEach((number, cells) -> {
            for (int column = range.getFirstColumn(); column <= lastColumn; column++) {
                if (column == range.getFirstColumn() && number == range.getFirstRow()) {
                    continue;
                }
                while (cells.size() <= column) {
                    cells.add(new Cell(""));
                }
                budget.cells(1);
                cells.set(column, new Cell(text, column == range.getFirstColumn() ? Span.ABOVE : Span.LEFT));
            }
        });
    }

    private String place() {
        return "Sheet " + name + ", row " + (rowNumber + 1);
    }

    ContentHandler mergesOf(ContentHandler cells) {
        XMLFilterImpl filter = new XMLFilterImpl() {
            @Override
            public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
                budget.time();
                if (local.equals("row")) {
                    hidden = "1".equals(attributes.getValue("hidden")) || "true".equals(attributes.getValue("hidden"));
                } else if (local.equals("mergeCell")) {
                    budget.cells(1);
                    merges.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
                }
                super.startElement(uri, local, qualified, attributes);
            }
        };
        filter.setContentHandler(cells);
        return filter;
    }
}
