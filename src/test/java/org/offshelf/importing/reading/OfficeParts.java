package org.offshelf.importing.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages around a main part that no well-behaved program would write. */
final class OfficeParts {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String RELATIONSHIPS = XML
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private OfficeParts() {
    }

    static byte[] word(String document) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types("/word/document.xml", "wordprocessingml.document.main", ""));
        parts.put("_rels/.rels", RELATIONSHIPS.formatted(relationship("officeDocument", "word/document.xml")));
        parts.put("word/document.xml", XML + document);
        return zip(parts);
    }

    static byte[] workbook(String sheet) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types("/xl/workbook.xml", "spreadsheetml.sheet.main",
                override("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")));
        parts.put("_rels/.rels", RELATIONSHIPS.formatted(relationship("officeDocument", "xl/workbook.xml")));
        parts.put("xl/workbook.xml", XML + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"名单\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", RELATIONSHIPS.formatted(relationship("worksheet", "worksheets/sheet1.xml")));
        parts.put("xl/worksheets/sheet1.xml", XML + sheet);
        return zip(parts);
    }

    private static String types(String main, String type, String more) {
        return XML
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" + override(main, type) + more
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type
                + "+xml\"/>";
    }

    private static String relationship(String type, String target) {
        return "<Relationship Id=\"r1\" Type=\"" + OFFICE + type + "\" Target=\"" + target + "\"/>";
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
