package org.offshelf.query.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet. Cells are typed: a text that looks like a formula stays a text. Texts stand in their cells and not
 * in the workbook's shared table, which would have to be kept in memory to the end.
 */
final class XlsxTable {

    private static final int LONGEST_TEXT = 32_767;
    /** Before, Excel counts a day that never was. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final String DAY = "yyyy-mm-dd";

    private XlsxTable() {
    }

    static void write(Table table, OutputStream out) throws IOException {
        SteadyZip steady = new SteadyZip(out);
        Workbook book = new Workbook(steady, "Offshelf", null);
        book.setCompressionLevel(Deflater.NO_COMPRESSION);
        Worksheet sheet = book.newWorksheet(table.name());
        writeHeader(sheet, table.columns());
        int row = 1;
        for (Iterator<List<Line>> batches = table.batches(); batches.hasNext();) {
            for (Line line : batches.next()) {
                write(sheet, row++, table.columns(), line.cells());
            }
            sheet.flush();
        }
        book.finish();
        steady.finish();
    }

    private static void writeHeader(Worksheet sheet, List<Column> columns) {
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).name());
            sheet.style(0, i).bold().set();
            sheet.width(i, columns.get(i).kind() == Column.Kind.DATE ? 12 : Math.max(14, columns.get(i).name().length() + 2));
        }
    }

    private static void write(Worksheet sheet, int row, List<Column> columns, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = columns.get(i).kind() == Column.Kind.LIST ? JoinedValues.joined((String) cells.get(i)) : cells.get(i);
            if (cell instanceof BigDecimal number) {
                sheet.value(row, i, number);
            } else if (cell instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
                sheet.value(row, i, day);
                sheet.style(row, i).format(DAY).set();
            } else if (cell != null) {
                sheet.inlineString(row, i, fitting(cell.toString()));
            }
        }
    }

    /** A text cut short would pass for the whole; a note does not. */
    private static String fitting(String text) {
        return text.length() <= LONGEST_TEXT ? text
                : "(" + text.length() + " characters, more than a cell can hold; format=csv has them all)";
    }
}
