package org.offshelf.importing.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Workbooks and text documents with a table whose null cells are merged with the one above. */
final class OfficeSamples {

    private OfficeSamples() {
    }

    static byte[] workbook(String title, List<List<String>> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Sheet1");
            sheet.createRow(0).createCell(0).setCellValue(title);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, rows.get(0).size() - 1));
            for (int i = 0; i < rows.size(); i++) {
                XSSFRow row = sheet.createRow(i + 2);
                for (int column = 0; column < rows.get(i).size(); column++) {
                    String value = rows.get(i).get(column);
                    if (value != null && value.matches("\\d{1,3}")) {
                        row.createCell(column).setCellValue(Integer.parseInt(value));
                    } else if (value != null) {
                        row.createCell(column).setCellValue(value);
                    }
                    int last = lastMerged(rows, i, column);
                    if (value != null && last > i) {
                        sheet.addMergedRegion(new CellRangeAddress(i + 2, last + 2, column, column));
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] document(List<String> paragraphs, List<List<String>> rows) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            paragraphs.forEach(paragraph -> document.createParagraph().createRun().setText(paragraph));
            XWPFTable table = document.createTable(rows.size(), rows.get(0).size());
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < rows.get(i).size(); column++) {
                    cell(table.getRow(i).getCell(column), rows.get(i).get(column), lastMerged(rows, i, column) > i);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void cell(XWPFTableCell cell, String value, boolean begins) {
        CTTcPr properties = cell.getCTTc().addNewTcPr();
        if (value == null) {
            properties.addNewVMerge();
            return;
        }
        if (begins) {
            properties.addNewVMerge().setVal(STMerge.RESTART);
        }
        String[] lines = value.split("\n");
        cell.setText(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            cell.addParagraph().createRun().setText(lines[i]);
        }
    }

    private static int lastMerged(List<List<String>> rows, int row, int column) {
        int last = row;
        while (last + 1 < rows.size() && rows.get(last + 1).get(column) == null) {
            last++;
        }
        return last;
    }
}
