package org.offshelf.feed;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

import org.offshelf.query.Licence;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom (RFC 4287). */
final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private AtomFeed() {
    }

    /** @param base scheme and host */
    static byte[] write(String base, String self, String title, Instant updated, List<FeedEntry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            text(xml, "id", "tag:offshelf.org,2026:" + self);
            text(xml, "title", title);
            text(xml, "updated", updated.toString());
            text(xml, "rights", Licence.NAME);
            link(xml, "self", base + self, "application/atom+xml");
            link(xml, "alternate", base + self.replaceFirst("/atom", "/json"), "application/feed+json");
            xml.writeStartElement("author");
            text(xml, "name", "Offshelf");
            xml.writeEndElement();
            for (FeedEntry entry : entries) {
                xml.writeStartElement("entry");
                text(xml, "id", entry.id());
                text(xml, "title", entry.title());
                text(xml, "updated", entry.updated().toString());
                link(xml, "alternate", base + entry.path(), "application/json");
                link(xml, "related", base + entry.path() + "/history", "application/json");
                text(xml, "summary", entry.summary());
                for (String tag : entry.tags()) {
                    xml.writeEmptyElement("category");
                    xml.writeAttribute("term", tag);
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Memory does not fail to be written to", e);
        }
        return out.toByteArray();
    }

    /** XML has no place for control characters, which print may have left in a name. */
    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String target, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", target);
        xml.writeAttribute("type", type);
    }
}
