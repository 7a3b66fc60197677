package org.offshelf.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

import javax.xml.parsers.ParserConfigurationException;

/**
 * Reads the sheets of a workbook as a stream of cells, so that its size does not matter. Cells give what Excel shows: the last
 * result of a formula, a number in its format. Nothing is calculated, no link is followed, macros are not even looked at.
 */
final class XlsxReader {

    private XlsxReader() {
    }

    static Document read(byte[] bytes, Budget budget, List<Warning> warnings) {
        List<Block> blocks = new ArrayList<>();
        try (OPCPackage workbook = OfficePackage.open(bytes)) {
            XSSFReader reader = new XSSFReader(workbook);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook, false);
            StylesTable styles = reader.getStylesTable();
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream xml = OfficePackage.timed(sheets.next(), budget)) {
                    String name = Texts.oneLine(Texts.plain(sheets.getSheetName()));
                    sheet(xml, name, strings, styles, budget, blocks);
                    pictures(sheets, name, blocks);
                }
            }
            workbook.revert();
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | SAXException | ParserConfigurationException
                | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | NullPointerException broken) {
            throw OfficePackage.damaged(broken);
        }
        return new Document(Format.XLSX, List.copyOf(blocks), warnings);
    }

    private static void sheet(InputStream xml, String name, ReadOnlySharedStringsTable strings, StylesTable styles,
            Budget budget, List<Block> blocks) throws IOException, SAXException, ParserConfigurationException {
        Sheet sheet = new Sheet(name, budget);
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(sheet.mergesOf(new XSSFSheetXMLHandler(styles, strings, sheet, new DataFormatter(), false)));
        parser.parse(new InputSource(xml));
        if (!sheet.isEmpty()) {
            // The tab often carries the name of the annex
            blocks.add(new Block.Line(name, true, "sheet " + name));
            blocks.add(sheet.table());
        }
    }

    private static void pictures(XSSFReader.SheetIterator sheets, String name, List<Block> blocks) {
        int pictures = 0;
        for (Object shape : sheets.getShapes() == null ? List.of() : sheets.getShapes()) {
            if (shape instanceof org.apache.poi.xssf.usermodel.XSSFPicture) {
                blocks.add(new Block.Picture("", "sheet " + name + ", picture " + ++pictures));
            }
        }
    }
}
