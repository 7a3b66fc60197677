package org.offshelf.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

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
            Set<String> hidden = hiddenSheets(reader);
            while (sheets.hasNext()) {
                try (InputStream xml = OfficePackage.timed(sheets.next(), budget)) {
                    String name = Texts.oneLine(Texts.plain(sheets.getSheetName()));
                    if (hidden.contains(sheets.getSheetName())) {
                        warnings.add(new Warning(Warning.Kind.NOT_UNDERSTOOD, "sheet " + name,
                                "The sheet is hidden and was not read."));
                        continue;
                    }
                    Sheet sheet = new Sheet(name, budget);
                    cells(xml, sheet, strings, styles);
                    add(sheet, name, blocks, warnings);
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

    private static void cells(InputStream xml, Sheet sheet, ReadOnlySharedStringsTable strings, StylesTable styles)
            throws IOException, SAXException, ParserConfigurationException {
        DataFormatter formatter = new DataFormatter(Locale.CHINA);
        // Shown as in the country of whoever looks at it
        formatter.addFormat("m/d/yy", new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT));
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(sheet.mergesOf(new XSSFSheetXMLHandler(styles, strings, sheet, formatter, false)));
        parser.parse(new InputSource(xml));
    }

    private static void add(Sheet sheet, String name, List<Block> blocks, List<Warning> warnings) {
        if (!sheet.isEmpty()) {
            // The tab often carries the name of the annex
            blocks.add(new Block.Line(name, true, "sheet " + name));
            blocks.add(sheet.table());
        }
        if (sheet.hiddenRows() > 0) {
            warnings.add(new Warning(Warning.Kind.NOT_UNDERSTOOD, "sheet " + name,
                    sheet.hiddenRows() + (sheet.hiddenRows() == 1 ? " hidden row was" : " hidden rows were") + " not read."));
        }
    }

    private static Set<String> hiddenSheets(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        Set<String> hidden = new HashSet<>();
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String qualified, Attributes attributes) {
                String state = local.equals("sheet") ? attributes.getValue("state") : null;
                if (state != null && !state.equals("visible")) {
                    hidden.add(attributes.getValue("name"));
                }
            }
        });
        try (InputStream workbook = reader.getWorkbookData()) {
            parser.parse(new InputSource(workbook));
        }
        return hidden;
    }

    private static void pictures(XSSFReader.SheetIterator sheets, String name, List<Block> blocks) {
        int pictures = 0;
        for (Object shape : sheets.getShapes() == null ? List.of() : sheets.getShapes()) {
            if (shape instanceof XSSFPicture) {
                blocks.add(new Block.Picture("", "sheet " + name + ", picture " + ++pictures));
            }
        }
    }
}
