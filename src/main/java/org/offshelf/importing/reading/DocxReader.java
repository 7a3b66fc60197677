package org.offshelf.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the main part of a Word document. POI opens the package; the part itself is read as a stream, because POI's model of it
 * takes some twenty times its size in memory. Entities, links, fields and macros are not followed.
 */
final class DocxReader {

    private DocxReader() {
    }

    static Document read(byte[] bytes, Budget budget, List<Warning> warnings) {
        List<Block> blocks = new ArrayList<>();
        try (OPCPackage document = OfficePackage.open(bytes)) {
            PackagePart main = document.getPart(
                    document.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT).getRelationship(0));
            try (InputStream xml = OfficePackage.timed(main.getInputStream(), budget)) {
                XMLStreamReader reader = factory().createXMLStreamReader(xml);
                new DocxBody(reader, DocxNumbering.of(document, budget), budget, blocks).read();
            }
            document.revert();
        } catch (IOException | OpenXML4JRuntimeException | XMLStreamException
                | IllegalArgumentException | IllegalStateException | NullPointerException | IndexOutOfBoundsException broken) {
            throw OfficePackage.damaged(broken);
        }
        return new Document(Format.DOCX, List.copyOf(blocks), warnings);
    }

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLHelper.newXMLInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
