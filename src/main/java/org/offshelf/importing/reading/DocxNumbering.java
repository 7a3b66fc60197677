package org.offshelf.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The numbers Word prints before paragraphs and in cells without their being text, such as those of a numbered first column.
 */
final class DocxNumbering {

    private static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";

    /** A level of a list: its format, the number it starts at, and the text around it such as {@code %1、}. */
    private record Level(String format, int start, String text) {
    }

    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    static DocxNumbering of(OPCPackage document, Budget budget) throws IOException, XMLStreamException {
        DocxNumbering numbering = new DocxNumbering();
        List<PackagePart> parts = document.getPartsByContentType(CONTENT_TYPE);
        if (!parts.isEmpty()) {
            try (InputStream xml = OfficePackage.timed(parts.get(0).getInputStream(), budget)) {
                numbering.read(DocxReader.factory().createXMLStreamReader(xml), budget);
            }
        }
        return numbering;
    }

    private void read(XMLStreamReader xml, Budget budget) throws XMLStreamException {
        String list = null;
        String level = null;
        String number = null;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                budget.element();
                String value = DocxBody.attribute(xml, "val");
                switch (xml.getLocalName()) {
                    case "abstractNum" -> list = DocxBody.attribute(xml, "abstractNumId");
                    case "lvl" -> {
                        level = list + "/" + DocxBody.attribute(xml, "ilvl");
                        levels.put(level, new Level("decimal", 1, "%1"));
                    }
                    case "start" -> levels.computeIfPresent(level == null ? "" : level,
                            (key, old) -> new Level(old.format, DocxBody.number(value, 1), old.text));
                    case "numFmt" -> levels.computeIfPresent(level == null ? "" : level,
                            (key, old) -> new Level(value, old.start, old.text));
                    case "lvlText" -> levels.computeIfPresent(level == null ? "" : level,
                            (key, old) -> new Level(old.format, old.start, value == null ? "" : value));
                    case "num" -> number = DocxBody.attribute(xml, "numId");
                    case "abstractNumId" -> lists.put(number, value);
                    default -> {
                        // How it looks
                    }
                }
            }
        }
    }

    /** What is printed before the next paragraph of this list; empty for bullets. */
    String next(String number, String level) {
        Level of = levels.get(lists.get(number) + "/" + level);
        if (of == null || !of.text.contains("%" + (DocxBody.number(level, 0) + 1))) {
            return "";
        }
        int count = counts.merge(number + "/" + level, of.start, (old, start) -> old + 1);
        String printed = of.format != null && (of.format.startsWith("chinese") || of.format.startsWith("japaneseCounting"))
                ? Numerals.chinese(count)
                : Integer.toString(count);
        return of.text.replace("%" + (DocxBody.number(level, 0) + 1), printed).replaceAll("%\\d\\.?", "");
    }
}
